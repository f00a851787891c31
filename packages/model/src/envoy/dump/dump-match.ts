import {
  fieldOf,
  isRecord,
  recordField,
  type ValueRecord,
} from '../../resources/tolerant-value.ts';
import { compareText } from '../../text/compare-text.ts';
import { type JsonObject, optional } from './json-value.ts';

/**
 * The conditions of a route as istiod writes them for Envoy (`TranslateRouteMatch`): method,
 * authority and scheme are headers for Envoy, and claims of a token its metadata. `bySegment`: as
 * `readHttpMatch` has it.
 */
export function dumpMatch(block: ValueRecord | null, bySegment: boolean): JsonObject {
  if (block === null) return { prefix: '/' };
  const conditions = readConditions(block);
  return {
    ...pathMatcher(recordField(block, 'uri'), bySegment),
    case_sensitive: fieldOf(block, 'ignoreUriCase') !== true,
    ...optional('headers', [
      ...conditions.filter(({ claims }) => claims === null).map(headerMatcher),
      ...['method', 'authority', 'scheme'].flatMap((field) => pseudoHeader(block, field)),
    ]),
    ...optional('query_parameters', Object.entries(recordField(block, 'queryParams')).map(named)),
    ...optional(
      'dynamic_metadata',
      conditions.flatMap((condition) => claimMatcher(condition)),
    ),
  };
}

/** A condition on a header, or on a claim of the token. */
interface Condition {
  readonly name: string;
  readonly written: unknown;
  /** Whether it must not hold. */
  readonly isInverted: boolean;
  /** The way to the claim; null for a header. */
  readonly claims: readonly string[] | null;
}

function readConditions(block: ValueRecord): readonly Condition[] {
  const read = (field: string, isInverted: boolean): readonly Condition[] =>
    Object.entries(recordField(block, field)).map(([name, written]) => {
      return { name, written, isInverted, claims: claimsOf(name) };
    });
  return [...read('headers', false), ...read('withoutHeaders', true)].toSorted((one, other) =>
    compareText(one.name, other.name),
  );
}

const CLAIMS = /^@request\.auth\.claims(?:\.(.+)|\[(.+)\])$/i;

function claimsOf(name: string): readonly string[] | null {
  const [, dotted, bracketed] = CLAIMS.exec(name) ?? [];
  return dotted?.split('.') ?? bracketed?.split('][') ?? null;
}

function claimMatcher({ written, isInverted, claims }: Condition): readonly JsonObject[] {
  if (claims === null) return [];
  const text = { string_match: stringMatcher(written) ?? {} };
  return [
    {
      filter: 'envoy.filters.http.jwt_authn',
      path: ['payload', ...claims].map((key) => ({ key })),
      value: { or_match: { value_matchers: [{ list_match: { one_of: text } }, text] } },
      ...(isInverted ? { invert: true } : {}),
    },
  ];
}

/** A header that is absent counts as an empty one where a text must not be. */
function headerMatcher({ name, written, isInverted }: Condition): JsonObject {
  const matcher = named([name, written]);
  if (!isInverted) return matcher;
  const inverted = { ...matcher, invert_match: true };
  return 'present_match' in matcher
    ? inverted
    : { ...inverted, treat_missing_header_as_empty: true };
}

function pseudoHeader(block: ValueRecord, field: string): readonly JsonObject[] {
  const written = fieldOf(block, field);
  return isRecord(written) ? [named([`:${field}`, written])] : [];
}

/** `*` is no regular expression of RE2: it stands for "is there". */
function named([name, written]: readonly [string, unknown]): JsonObject {
  const isThere = !isRecord(written) || Object.keys(written).length === 0 || written.regex === '*';
  if (isThere) return { name, present_match: true };
  return { name, ...optional('string_match', stringMatcher(written)) };
}

/** `{exact}`, `{prefix}` or `{regex}` as Envoy has it; undefined where it is none of them. */
export function stringMatcher(written: unknown): JsonObject | undefined {
  if (!isRecord(written)) return undefined;
  const { exact, prefix, regex } = written;
  if (typeof exact === 'string') return { exact };
  if (typeof prefix === 'string') return { prefix };
  return typeof regex === 'string' ? { safe_regex: { regex } } : undefined;
}

function pathMatcher(uri: ValueRecord, bySegment: boolean): JsonObject {
  const { exact, prefix, regex } = uri;
  if (typeof exact === 'string') return { path: exact };
  if (typeof regex === 'string') return { safe_regex: { regex } };
  if (typeof prefix !== 'string' || prefix === '/') return { prefix: '/' };
  return bySegment ? { path_separated_prefix: prefix.replace(/\/$/, '') } : { prefix };
}
