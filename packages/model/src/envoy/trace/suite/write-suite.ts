import { formatScalar } from '../../../documents/format-scalar.ts';
import { isDeepEqual } from '../../../graph/is-deep-equal.ts';
import { buildRequest } from '../requests/build-request.ts';
import type { TraceRequest } from '../trace-request.ts';
import type { SavedRequest } from './read-suite.ts';

/** A saved request as plain data, as `readSuite` takes it; nothing is said that follows from its URL. */
export type SuiteEntry = Readonly<Record<string, SuiteValue>>;

/** A field of it. */
export type SuiteValue = string | number | boolean | { readonly [name: string]: SuiteValue };

/** The saved requests as YAML that `portolan trace --suite` takes; read again they are the same. */
export function writeSuite(requests: readonly SavedRequest[]): string {
  if (requests.length === 0) return 'requests: []\n';
  const lines = requests.flatMap((saved) => {
    const [first = '', ...more] = Object.entries(suiteEntry(saved)).flatMap(writeField);
    return [`  - ${first}`, ...more.map((line) => `    ${line}`)];
  });
  return `requests:\n${lines.join('\n')}\n`;
}

/** A saved request as plain data. */
export function suiteEntry({ name, request, expect }: SavedRequest): SuiteEntry {
  const { url, usual } = writeUrl(request);
  const own = Object.entries(saidBeside(request)).filter(
    ([field, value]) => !isDeepEqual(value, saidBeside(usual)[field]),
  );
  const expected = Object.entries(expect).filter(([, value]) => (value ?? null) !== null);
  return {
    ...(name === '' ? {} : { name }),
    url,
    ...Object.fromEntries(own),
    ...(expected.length === 0 ? {} : { expect: Object.fromEntries(expected) }),
  };
}

/** A URL that says as much of the request as one can, and the request that follows from it alone. */
function writeUrl(request: TraceRequest): { readonly url: string; readonly usual: TraceRequest } {
  const { protocol, host, sni } = request;
  const scheme = protocol === 'http2' ? 'http' : protocol;
  const named = `${scheme}://${host || sni || NO_HOST}`;
  for (const start of [named, `${scheme}://${NO_HOST}`])
    for (const url of [start + targetOf(request), start]) {
      const built = buildRequest({ url });
      if (built.ok) return { url, usual: built.request };
    }
  return { url: '', usual: request };
}

const NO_HOST = 'gateway';

/** What can be said beside the URL, by the names of the fields. */
function saidBeside(request: TraceRequest): SuiteEntry {
  const { protocol, method, headers, gateway, port, podPort, sni, clientCertificate } = request;
  return {
    protocol,
    method,
    headers,
    ...(gateway === null ? {} : { gateway }),
    port,
    ...(podPort === null ? {} : { podPort }),
    path: targetOf(request),
    hostHeader: request.host,
    sni: sni ?? '',
    clientCertificate,
  };
}

function targetOf({ path, query }: TraceRequest): string {
  return query === null ? path : `${path}?${query}`;
}

function writeField([name, value]: readonly [string, SuiteValue]): readonly string[] {
  const key = formatScalar(name);
  if (typeof value !== 'object') return [`${key}: ${formatScalar(value)}`];
  const lines = Object.entries(value).flatMap(writeField);
  return [`${key}:`, ...lines.map((line) => `  ${line}`)];
}
