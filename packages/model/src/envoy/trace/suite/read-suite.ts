import {
  fieldOf,
  findRecord,
  integerField,
  isRecord,
  recordField,
  textField,
  type ValueRecord,
} from '../../../resources/tolerant-value.ts';
import { buildRequest, type RequestParts } from '../requests/build-request.ts';
import { parseCurl } from '../requests/parse-curl.ts';
import type { TraceProtocol, TraceRequest } from '../trace-request.ts';
import type { Expectation } from './expectation.ts';

/** A saved request: what is asked, and what it is expected to come to. */
export interface SavedRequest {
  readonly name: string;
  readonly request: TraceRequest;
  readonly expect: Expectation;
}

/** Saved requests read from plain data; every problem names its place. */
export type ReadSuite =
  | { readonly ok: true; readonly requests: readonly SavedRequest[] }
  | { readonly ok: false; readonly problems: readonly string[] };

const FIELDS = new Set([
  ...['name', 'url', 'curl', 'method', 'headers', 'gateway', 'port', 'podPort', 'protocol'],
  ...['hostHeader', 'sni', 'clientCertificate', 'expect'],
]);

const EXPECTED = new Set([
  ...['outcome', 'status', 'location', 'virtualHost', 'route', 'cluster', 'upstreamPath'],
]);

const PROTOCOLS: readonly string[] = [
  'http',
  'http2',
  'https',
  'tls',
  'tcp',
] satisfies TraceProtocol[];

/** Reads `requests:`, a list of requests, or the list alone; never throws. */
export function readSuite(value: unknown): ReadSuite {
  const list = isRecord(value) ? fieldOf(value, 'requests') : value;
  if (!Array.isArray(list))
    return { ok: false, problems: ['There is no list of requests. Write it under "requests:".'] };
  const problems: string[] = [];
  const requests = list.flatMap((item: unknown, index) => {
    const place = `requests[${index}]`;
    if (!isRecord(item)) {
      problems.push(`${place} is no mapping.`);
      return [];
    }
    problems.push(...unknownFields(item, place));
    const saved = readSaved(item);
    if (typeof saved !== 'string') return [saved];
    problems.push(`${place}: ${saved}`);
    return [];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, requests };
}

function unknownFields(item: ValueRecord, place: string): readonly string[] {
  const own = Object.keys(item).filter((field) => !FIELDS.has(field));
  const expected = Object.keys(recordField(item, 'expect')).filter((one) => !EXPECTED.has(one));
  return [
    ...own.map((field) => `${place}.${field} is not known. Known: ${[...FIELDS].join(', ')}.`),
    ...expected.map(
      (field) => `${place}.expect.${field} is not known. Known: ${[...EXPECTED].join(', ')}.`,
    ),
  ];
}

/** In words what is wrong. */
function readSaved(item: ValueRecord): SavedRequest | string {
  const curl = textField(item, 'curl');
  const parsed = curl === null ? null : parseCurl(curl);
  if (parsed?.ok === false) return parsed.reason;
  const url = textField(item, 'url') ?? parsed?.parts.url ?? null;
  if (url === null) return 'there is no url.';
  const protocol = textField(item, 'protocol');
  if (protocol !== null && !isProtocol(protocol))
    return `protocol is one of ${PROTOCOLS.join(', ')}.`;
  const own: RequestParts = {
    ...parsed?.parts,
    url,
    protocol: protocol ?? parsed?.parts.protocol,
    method: textField(item, 'method') ?? parsed?.parts.method,
    headers: [...(parsed?.parts.headers ?? []), ...headersOf(item)],
    gateway: textField(item, 'gateway') ?? undefined,
    port: integerField(item, 'port') ?? parsed?.parts.port,
    podPort: integerField(item, 'podPort') ?? undefined,
    hostHeader: textField(item, 'hostHeader') ?? undefined,
    sni: item.sni === '' ? '' : (textField(item, 'sni') ?? undefined),
    clientCertificate: item.clientCertificate === true || parsed?.parts.clientCertificate,
  };
  const built = buildRequest(own);
  if (!built.ok) return built.reason;
  const { request } = built;
  const name = textField(item, 'name') ?? `${request.method} ${url}`;
  return { name, request, expect: readExpectation(findRecord(item, 'expect') ?? {}) };
}

function isProtocol(text: string): text is TraceProtocol {
  return PROTOCOLS.includes(text);
}

function headersOf(item: ValueRecord): readonly (readonly [string, string])[] {
  return Object.entries(recordField(item, 'headers')).map(([name, value]) => [name, String(value)]);
}

function readExpectation(expect: ValueRecord): Expectation {
  return Object.fromEntries(Object.entries(expect).filter(([field]) => EXPECTED.has(field)));
}
