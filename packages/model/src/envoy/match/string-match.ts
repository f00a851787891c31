import { fieldOf, isRecord } from '../../resources/tolerant-value.ts';
import type { RegexMatch } from '../../schema/values/regex-match.ts';
import { readLiteral } from './regex-literal.ts';

/** A condition on a text. `fold`: the case of ASCII letters does not count. */
export type StringMatch =
  | { readonly kind: 'any' }
  | {
      readonly kind: 'exact' | 'prefix';
      readonly text: string;
      readonly fold: boolean;
      /** Of a prefix: behind it the path ends, or goes on with a slash. */
      readonly bySegment?: boolean;
    }
  /** `literal`: what every text that matches begins with. */
  | { readonly kind: 'regex'; readonly pattern: string; readonly literal: string };

/** Every text; of a header or parameter: that it is there. */
export const ANY: StringMatch = { kind: 'any' };

/**
 * Reads `{exact}`, `{prefix}`, `{regex}` or `{}`; a regular expression that says no more than a
 * text or a beginning becomes that. null for what is none of these, or more than one.
 */
export function readStringMatch(value: unknown, fold = false): StringMatch | null {
  if (value === null || value === undefined) return ANY;
  if (!isRecord(value)) return null;
  const fields = Object.keys(value).filter((name) => (value[name] ?? null) !== null);
  const [kind] = fields;
  if (kind === undefined) return ANY;
  const text = fieldOf(value, kind);
  if (fields.length > 1 || typeof text !== 'string') return null;
  if (kind === 'exact' || kind === 'prefix') return { kind, text, fold };
  return kind === 'regex' && text !== '' ? readRegex(text) : null;
}

function readRegex(pattern: string): StringMatch {
  const { literal, rest } = readLiteral(pattern);
  if (rest === '' || rest === '$') return { kind: 'exact', text: literal, fold: false };
  if (rest === '.*' || rest === '.*$') return { kind: 'prefix', text: literal, fold: false };
  return { kind: 'regex', pattern, literal };
}

/** Whether the text fulfils the condition; null where only a regular expression could tell and none can be run. */
export function matchesText(
  match: StringMatch,
  text: string,
  matchRegex: RegexMatch | null,
): boolean | null {
  switch (match.kind) {
    case 'any':
      return true;
    case 'exact':
      return match.fold ? foldCase(text) === foldCase(match.text) : text === match.text;
    case 'prefix':
      return startsWith(match, text);
    case 'regex':
      return matchRegex?.(match.pattern, text) ?? null;
  }
}

function startsWith({ text: start, fold, bySegment }: PrefixMatch, text: string): boolean {
  const isStart = fold ? foldCase(text).startsWith(foldCase(start)) : text.startsWith(start);
  return isStart && (bySegment !== true || ['', '/'].includes(text.charAt(start.length)));
}

type PrefixMatch = Extract<StringMatch, { readonly kind: 'exact' | 'prefix' }>;

/** Whether it is certain that every text of `other` is one of `match`. */
export function coversText(
  match: StringMatch,
  other: StringMatch,
  matchRegex: RegexMatch | null,
): boolean {
  if (other.kind === 'any') return match.kind === 'any' || isEmptyPrefix(match);
  switch (match.kind) {
    case 'any':
      return true;
    case 'prefix':
      return (
        isWithin(match, beginningOf(other), (part, whole) => whole.startsWith(part)) &&
        endsSegment(match, other)
      );
    case 'exact':
      return (
        other.kind === 'exact' && isWithin(match, beginningOf(other), (part, all) => part === all)
      );
    case 'regex':
      if (other.kind === 'regex') return match.pattern === other.pattern;
      return (
        other.kind === 'exact' &&
        (!other.fold || isCaseless(other.text)) &&
        matchRegex?.(match.pattern, other.text) === true
      );
  }
}

/** Whether what `other` begins with ends a segment of the path where `match` wants that. */
function endsSegment({ text, bySegment }: PrefixMatch, other: StringMatch): boolean {
  if (bySegment !== true || other.kind === 'any') return true;
  const next = beginningOf(other).text.charAt(text.length);
  const ends = other.kind === 'exact' || (other.kind === 'prefix' && other.bySegment === true);
  return next === '/' || (next === '' && ends);
}

function isEmptyPrefix(match: StringMatch): boolean {
  return match.kind === 'prefix' && match.text === '';
}

/** Whether it is certain that no text fulfils both. */
export function excludesText(
  one: StringMatch,
  other: StringMatch,
  matchRegex: RegexMatch | null,
): boolean {
  if (one.kind === 'any' || other.kind === 'any') return false;
  if (one.kind === 'exact' && other.kind === 'regex' && !one.fold)
    return matchRegex?.(other.pattern, one.text) === false;
  if (one.kind === 'regex' && other.kind === 'exact') return excludesText(other, one, matchRegex);
  const beginnings = [beginningOf(one), beginningOf(other)];
  const isFolded = beginnings.some(({ fold }) => fold);
  const [start = '', otherStart = ''] = beginnings.map(({ text }) =>
    isFolded ? foldCase(text) : text,
  );
  const isFree = (kind: StringMatch['kind']): boolean => kind !== 'exact';
  return !(
    start === otherStart ||
    (isFree(one.kind) && otherStart.startsWith(start)) ||
    (isFree(other.kind) && start.startsWith(otherStart))
  );
}

interface Beginning {
  readonly text: string;
  readonly fold: boolean;
}

function beginningOf(match: Exclude<StringMatch, { readonly kind: 'any' }>): Beginning {
  return match.kind === 'regex' ? { text: match.literal, fold: false } : match;
}

function isWithin(
  { text, fold }: Beginning,
  whole: Beginning,
  compare: (part: string, whole: string) => boolean,
): boolean {
  if (fold) return compare(foldCase(text), foldCase(whole.text));
  return compare(text, whole.text) && (!whole.fold || isCaseless(text));
}

/** The text with its ASCII letters in lower case, as Envoy compares without case. */
export function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function isCaseless(text: string): boolean {
  return !/[A-Za-z]/.test(text);
}
