/** A piece of a sentence; a `literal` piece stands in the YAML as it is and is set in the code font. */
export interface Phrase {
  readonly text: string;
  readonly literal: boolean;
}

type MatchBlock = Readonly<Record<string, unknown>>;

const ANY: Readonly<Record<MatchProtocol, string>> = {
  http: 'any request',
  tls: 'any TLS connection',
  tcp: 'any connection',
};

/** Which kind of route a match block stands in. */
export type MatchProtocol = 'http' | 'tls' | 'tcp';

/**
 * One match block in words: all its conditions, joined with "and". Covers every field of
 * HTTPMatchRequest, TLSMatchAttributes and L4MatchAttributes; a field that none of them has is
 * named as not understood, so that nothing written there goes unseen.
 */
export function describeMatch(block: MatchBlock, protocol: MatchProtocol): readonly Phrase[] {
  const conditions = Object.entries(block)
    .filter(([field, value]) => value !== null && value !== undefined && !SILENT.has(field))
    .sort(([a], [b]) => rankOf(a) - rankOf(b))
    .flatMap(([field, value]) => describeField(field, value, block));
  if (conditions.length === 0) return [word(ANY[protocol])];
  return conditions.flatMap((condition, index) =>
    index === 0 ? condition : [word(' and '), ...condition],
  );
}

/** The words of a route without match blocks. */
export function describeNoMatch(protocol: MatchProtocol): readonly Phrase[] {
  return [word(ANY[protocol])];
}

/** The plain text of phrases, as a screen reader says it. */
export function phraseText(phrases: readonly Phrase[]): string {
  return phrases.map((phrase) => phrase.text).join('');
}

/** Words of our own. */
export function word(text: string): Phrase {
  return { text, literal: false };
}

/** Text that stands in the YAML. */
export function literal(text: string): Phrase {
  return { text, literal: true };
}

type Condition = readonly Phrase[];
type Describe = (value: unknown, block: MatchBlock) => readonly Condition[];

/** Fields that choose nothing, or that change how another one is read. */
const SILENT = new Set(['name', 'statPrefix', 'ignoreUriCase']);

/** In the order in which people say them. */
const FIELDS: ReadonlyMap<string, Describe> = new Map<string, Describe>([
  ['uri', (value, block) => [describePath(value, block)]],
  ['method', (value) => [stringMatch([word('method')], value)]],
  ['authority', (value) => [stringMatch([word('host')], value)]],
  ['scheme', (value) => [stringMatch([word('scheme')], value)]],
  ['headers', (value) => namedMatches('header', value)],
  ['withoutHeaders', (value) => namedMatches('header', value, true)],
  ['queryParams', (value) => namedMatches('query parameter', value)],
  ['sniHosts', (value) => listOf('server name', value)],
  ['destinationSubnets', (value) => listOf('destination address', value, 'in')],
  ['sourceSubnet', (value) => listOf('client address', value, 'in')],
  ['port', (value) => [[word('port is '), literal(scalar(value))]]],
  ['sourceLabels', (value) => [describeLabels(value)]],
  ['sourceNamespace', (value) => [[word('client namespace is '), literal(scalar(value))]]],
  ['gateways', (value) => listOf('through gateway', value, '')],
]);

const RANKS: ReadonlyMap<string, number> = new Map(
  [...FIELDS.keys()].map((field, index) => [field, index]),
);

function rankOf(field: string): number {
  return RANKS.get(field) ?? RANKS.size;
}

function describeField(field: string, value: unknown, block: MatchBlock): readonly Condition[] {
  const describe = FIELDS.get(field);
  return describe === undefined
    ? [[literal(field), word(' (not understood)')]]
    : describe(value, block);
}

function describePath(value: unknown, block: MatchBlock): Condition {
  const condition = stringMatch([word('path')], value);
  // Istio ignores the case of exact and prefix matches only.
  const anyCase = block.ignoreUriCase === true && isRecord(value) && !('regex' in value);
  return anyCase ? [...condition, word(' in any case')] : condition;
}

/** `{exact: x}`, `{prefix: x}`, `{regex: x}`; empty: that it is there at all. */
function stringMatch(subject: readonly Phrase[], value: unknown, not = false): Condition {
  if (!isRecord(value)) return [...subject, word(' (not understood)')];
  const [verb, field] = STRING_MATCHES.find(([, name]) => name in value) ?? [];
  if (verb === undefined || field === undefined) {
    return [...subject, word(not ? ' is absent' : ' is there')];
  }
  const text = scalar(value[field]);
  return [...subject, word(` ${not ? NEGATED[field] : verb} `), literal(text === '' ? '""' : text)];
}

type StringMatchField = 'exact' | 'prefix' | 'regex';

const STRING_MATCHES: readonly (readonly [string, StringMatchField])[] = [
  ['is', 'exact'],
  ['starts with', 'prefix'],
  ['matches', 'regex'],
];

const NEGATED: Readonly<Record<StringMatchField, string>> = {
  exact: 'is not',
  prefix: 'does not start with',
  regex: 'does not match',
};

function namedMatches(what: string, value: unknown, not = false): readonly Condition[] {
  if (!isRecord(value)) return [[word(`${what} (not understood)`)]];
  return Object.entries(value).map(([name, match]) =>
    stringMatch([word(`${what} `), literal(name)], match ?? {}, not),
  );
}

/** "server name is a or b"; an empty list says nothing. */
function listOf(what: string, value: unknown, verb = 'is'): readonly Condition[] {
  const items = (Array.isArray(value) ? value : [value]).map(scalar);
  if (items.length === 0) return [];
  const start = verb === '' ? `${what} ` : `${what} ${verb} `;
  return [items.flatMap((item, index) => [word(index === 0 ? start : ' or '), literal(item)])];
}

function describeLabels(value: unknown): Condition {
  if (!isRecord(value)) return [word('client labels (not understood)')];
  const labels = Object.entries(value).map(([name, text]) => `${name}=${scalar(text)}`);
  return [word('client has '), literal(labels.join(', '))];
}

function scalar(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null || value === undefined ? '""' : '(not understood)';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
