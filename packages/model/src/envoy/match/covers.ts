import { matchesSelector } from '../../resources/match-selector.ts';
import type { RegexMatch } from '../../schema/values/regex-match.ts';
import type { HttpMatch, NamedMatch } from './http-match.ts';
import { coversText, excludesText, matchesText, type StringMatch } from './string-match.ts';

/** What the matches of one VirtualService have in common. */
export interface MatchContext {
  /** The Gateways that it names, as `namespace/name` or `mesh`: those of a match that names none. */
  readonly gateways: readonly string[];
  readonly matchRegex: RegexMatch | null;
}

/**
 * Whether it is proven that every request of `other` is one of `match`. Where it is not, there
 * may be such a request or none.
 */
export function covers(match: HttpMatch, other: HttpMatch, context: MatchContext): boolean {
  const { matchRegex } = context;
  const isWider = (one: StringMatch, two: StringMatch): boolean => coversText(one, two, matchRegex);
  return (
    isWider(match.uri, other.uri) &&
    isWider(match.method, other.method) &&
    isWider(match.authority, other.authority) &&
    isWider(match.scheme, other.scheme) &&
    (match.port === null || match.port === other.port) &&
    coversEntry(match, other, context.gateways) &&
    match.headers.every((condition) => impliesOne(other.headers, condition, isWider)) &&
    match.queryParams.every((condition) => impliesOne(other.queryParams, condition, isWider)) &&
    match.withoutHeaders.every((condition) => impliesLack(other, condition, matchRegex))
  );
}

/** Whether it is proven that no request fulfils both. Where it is not, there may be one or none. */
export function excludes(one: HttpMatch, other: HttpMatch, matchRegex: RegexMatch | null): boolean {
  const areApart = (left: StringMatch, right: StringMatch): boolean =>
    excludesText(left, right, matchRegex);
  return (
    areApart(one.uri, other.uri) ||
    areApart(one.method, other.method) ||
    areApart(one.authority, other.authority) ||
    areApart(one.scheme, other.scheme) ||
    excludesNamed(one.headers, other.headers, areApart) ||
    excludesNamed(one.queryParams, other.queryParams, areApart)
  );
}

function excludesNamed(
  conditions: readonly NamedMatch[],
  others: readonly NamedMatch[],
  areApart: (left: StringMatch, right: StringMatch) => boolean,
): boolean {
  return conditions.some(({ name, match }) =>
    others.some((other) => other.name === name && areApart(match, other.match)),
  );
}

function coversEntry(match: HttpMatch, other: HttpMatch, gateways: readonly string[]): boolean {
  if (match.gateways !== null) {
    const { gateways: own } = match;
    return (other.gateways ?? gateways).every((gateway) => own.includes(gateway));
  }
  const { sourceLabels, sourceNamespace } = match;
  const asksForSource = Object.keys(sourceLabels).length > 0 || sourceNamespace !== null;
  if (!asksForSource) return true;
  return (
    other.gateways === null &&
    matchesSelector(sourceLabels, other.sourceLabels) &&
    (sourceNamespace === null || sourceNamespace === other.sourceNamespace)
  );
}

function impliesOne(
  conditions: readonly NamedMatch[],
  { name, match }: NamedMatch,
  isWider: (one: StringMatch, two: StringMatch) => boolean,
): boolean {
  return conditions.some((other) => other.name === name && isWider(match, other.match));
}

/** Whether the conditions make sure that this one on a header does not hold. */
function impliesLack(
  { headers, withoutHeaders }: HttpMatch,
  { name, match }: NamedMatch,
  matchRegex: RegexMatch | null,
): boolean {
  const isLacking = withoutHeaders.some(
    (other) => other.name === name && lackImpliesLack(other.match, match, matchRegex),
  );
  return (
    isLacking ||
    headers.some((other) => other.name === name && excludesText(other.match, match, matchRegex))
  );
}

function lackImpliesLack(
  lacking: StringMatch,
  match: StringMatch,
  matchRegex: RegexMatch | null,
): boolean {
  if (lacking.kind === 'any')
    return match.kind === 'any' || matchesText(match, '', matchRegex) === false;
  return match.kind !== 'any' && coversText(lacking, match, matchRegex);
}
