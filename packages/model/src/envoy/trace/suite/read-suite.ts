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
import { isExpectedShares } from './expected-shares.ts';

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

/** What the value of a field is to be; one that is null counts as absent. */
type Kind = 'text' | 'number' | 'port' | 'switch' | 'headers' | 'mapping' | 'shares';

const FIELDS: Readonly<Record<string, Kind>> = {
  name: 'text',
  url: 'text',
  curl: 'text',
  method: 'text',
  headers: 'headers',
  gateway: 'text',
  port: 'port',
  podPort: 'port',
  protocol: 'text',
  path: 'text',
  hostHeader: 'text',
  sni: 'text',
  clientCertificate: 'switch',
  expect: 'mapping',
};

const EXPECTED: Readonly<Record<keyof Expectation, Kind>> = {
  outcome: 'text',
  status: 'number',
  location: 'text',
  virtualHost: 'text',
  route: 'text',
  cluster: 'text',
  upstreamPath: 'text',
  shares: 'shares',
};

const KINDS: Readonly<
  Record<Kind, { readonly words: string; readonly fits: (value: unknown) => boolean }>
> = {
  text: { words: 'a text', fits: (value) => typeof value === 'string' },
  number: { words: 'a whole number', fits: Number.isInteger },
  port: { words: 'a whole number from 1 to 65535', fits: isPort },
  switch: { words: 'true or false', fits: (value) => typeof value === 'boolean' },
  headers: { words: 'a mapping of names to texts', fits: isHeaders },
  mapping: { words: 'a mapping', fits: isRecord },
  shares: {
    words: 'a mapping of destinations, such as cart, cart:80 or "cart v1", to percentages',
    fits: isExpectedShares,
  },
};

function isPort(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 65_535;
}

function isHeaders(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.values(value).every((one) => ['string', 'number', 'boolean'].includes(typeof one))
  );
}

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
    const odd = [
      ...oddFields(item, FIELDS, place),
      ...oddFields(recordField(item, 'expect'), EXPECTED, `${place}.expect`),
    ];
    problems.push(...odd);
    const saved = odd.length > 0 ? null : readSaved(item);
    if (typeof saved === 'string') problems.push(`${place}: ${saved}`);
    return saved === null || typeof saved === 'string' ? [] : [saved];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, requests };
}

/** A value that is passed over would let a request pass that is compared with nothing. */
function oddFields(
  record: ValueRecord,
  kinds: Readonly<Record<string, Kind>>,
  place: string,
): readonly string[] {
  return Object.entries(record).flatMap(([field, value]) => {
    if (!Object.hasOwn(kinds, field))
      return `${place}.${field} is not known. Known: ${Object.keys(kinds).join(', ')}.`;
    const { words, fits } = KINDS[kinds[field] ?? 'text'];
    return value === null || fits(value)
      ? []
      : `${place}.${field} is ${words}, and not ${JSON.stringify(value)}.`;
  });
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
    target: textField(item, 'path') ?? undefined,
    hostHeader: textOrEmpty(item, 'hostHeader'),
    sni: textOrEmpty(item, 'sni'),
    clientCertificate: item.clientCertificate === true || parsed?.parts.clientCertificate,
  };
  const built = buildRequest(own);
  if (!built.ok) return built.reason;
  const { request } = built;
  const name = textField(item, 'name') ?? `${request.method} ${url}`;
  return { name, request, expect: readExpectation(findRecord(item, 'expect') ?? {}) };
}

/** Of these, the empty text says something too. */
function textOrEmpty(item: ValueRecord, field: string): string | undefined {
  const value = fieldOf(item, field);
  return typeof value === 'string' ? value : undefined;
}

function isProtocol(text: string): text is TraceProtocol {
  return PROTOCOLS.includes(text);
}

function headersOf(item: ValueRecord): readonly (readonly [string, string])[] {
  return Object.entries(recordField(item, 'headers')).map(([name, value]) => [name, String(value)]);
}

function readExpectation(expect: ValueRecord): Expectation {
  return Object.fromEntries(
    Object.entries(expect).filter(([field]) => Object.hasOwn(EXPECTED, field)),
  );
}
