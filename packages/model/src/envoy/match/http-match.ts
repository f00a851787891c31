import { resolveGatewayName } from '../../resources/gateway-name.ts';
import type { Labels } from '../../resources/resource.ts';
import {
  findTexts,
  integerField,
  isRecord,
  labelsField,
  recordField,
  textField,
  type ValueRecord,
} from '../../resources/tolerant-value.ts';
import { ANY, foldCase, readStringMatch, type StringMatch } from './string-match.ts';

/** The conditions of a match block of an http route; a request has to fulfil all of them. */
export interface HttpMatch {
  /** On the path, without its query. */
  readonly uri: StringMatch;
  readonly scheme: StringMatch;
  readonly method: StringMatch;
  /** On the host as the client sends it, with its port. */
  readonly authority: StringMatch;
  /** Names in lower case. */
  readonly headers: readonly NamedMatch[];
  /** Those that must not hold; an absent header counts as an empty one. Names in lower case. */
  readonly withoutHeaders: readonly NamedMatch[];
  readonly queryParams: readonly NamedMatch[];
  /** The number of the Gateway's server; in the mesh the Service's port. */
  readonly port: number | null;
  /** `namespace/name`, or `mesh`; null: all that the VirtualService names. */
  readonly gateways: readonly string[] | null;
  /** Of the pod that sends; not asked for where `gateways` is set. */
  readonly sourceLabels: Labels;
  readonly sourceNamespace: string | null;
  /** Whether istiod takes it for one that takes every request: such routes come last on a virtual host. */
  readonly isCatchAll: boolean;
}

/** A condition on a header or a parameter. */
export interface NamedMatch {
  readonly name: string;
  readonly match: StringMatch;
}

/** What a route without match blocks matches: everything. */
export const MATCH_ALL: HttpMatch = {
  uri: ANY,
  scheme: ANY,
  method: ANY,
  authority: ANY,
  headers: [],
  withoutHeaders: [],
  queryParams: [],
  port: null,
  gateways: null,
  sourceLabels: {},
  sourceNamespace: null,
  isCatchAll: true,
};

const CLAIMS = '@request.auth.claims';

const FIELDS = new Set([
  ...['name', 'statPrefix', 'uri', 'scheme', 'method', 'authority', 'headers', 'port'],
  ...['sourceLabels', 'gateways', 'queryParams', 'ignoreUriCase', 'withoutHeaders'],
  'sourceNamespace',
]);

/**
 * Reads a match block of a VirtualService of this namespace; null where something in it is not
 * understood. `bySegment`: prefixes of paths end where a segment does, as those of Ingresses do.
 */
export function readHttpMatch(
  block: ValueRecord,
  namespace: string,
  bySegment = false,
): HttpMatch | null {
  if (Object.keys(block).some((field) => !FIELDS.has(field))) return null;
  const uri = readStringMatch(block.uri, block.ignoreUriCase === true);
  const scheme = readStringMatch(block.scheme);
  const method = readStringMatch(block.method);
  const authority = readStringMatch(block.authority);
  const headers = readNamed(block, 'headers', foldCase);
  const withoutHeaders = readNamed(block, 'withoutHeaders', foldCase);
  const queryParams = readNamed(block, 'queryParams', (name) => name);
  if (uri === null || scheme === null || method === null || authority === null) return null;
  if (headers === null || withoutHeaders === null || queryParams === null) return null;
  // What is absent there is no empty text, and nothing else is like it.
  if (withoutHeaders.some(({ name }) => name.startsWith(CLAIMS))) return null;
  const gateways = findTexts(block, 'gateways');
  return {
    uri: takesAnyPath(uri) ? ANY : bySegment ? toSegments(uri) : uri,
    scheme,
    method,
    authority,
    headers,
    withoutHeaders,
    queryParams,
    // 0 is what an absent port is, too.
    port: integerField(block, 'port') || null,
    gateways: gateways?.map((text) => gatewayKey(text, namespace)) ?? null,
    sourceLabels: labelsField(block, 'sourceLabels'),
    sourceNamespace: textField(block, 'sourceNamespace'),
    isCatchAll: isCatchAll(block),
  };
}

/** A Gateway that a VirtualService of this namespace names, as `namespace/name`; `mesh` stays. */
export function gatewayKey(text: string, namespace: string): string {
  const named = resolveGatewayName(text, namespace);
  return named === null ? text : `${named.namespace}/${named.name}`;
}

/** Every path begins with a slash. */
function takesAnyPath(uri: StringMatch): boolean {
  return uri.kind === 'prefix' && (uri.text === '' || uri.text === '/');
}

function toSegments(uri: StringMatch): StringMatch {
  if (uri.kind !== 'prefix') return uri;
  return { ...uri, text: uri.text.replace(/\/$/, ''), bySegment: true };
}

function readNamed(
  block: ValueRecord,
  field: string,
  toName: (name: string) => string,
): readonly NamedMatch[] | null {
  const value = block[field] ?? null;
  if (value !== null && !isRecord(value)) return null;
  const conditions: NamedMatch[] = [];
  for (const [name, written] of Object.entries(recordField(block, field))) {
    const match = isStar(written) ? ANY : readStringMatch(written);
    if (match === null) return null;
    conditions.push({ name: toName(name), match });
  }
  return conditions;
}

/** The regular expression `*`, which is none, stands for "is there". */
function isStar(value: unknown): boolean {
  return isRecord(value) && value.regex === '*' && Object.keys(value).length === 1;
}

/** As istiod's IsCatchAllRoute: it looks at what is written, so the prefix "" is none. */
function isCatchAll(block: ValueRecord): boolean {
  const uri = recordField(block, 'uri');
  const isWide = Object.keys(uri).length === 0 || uri.prefix === '/' || uri.regex === '.*';
  const named = ['headers', 'withoutHeaders', 'queryParams'];
  const parts = ['method', 'authority', 'scheme'];
  return (
    isWide &&
    named.every((field) => isEmpty(block[field])) &&
    parts.every((field) => (block[field] ?? null) === null)
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (isRecord(value) && isEmptyRecord(value));
}

function isEmptyRecord(value: ValueRecord): boolean {
  return Object.keys(value).length === 0;
}
