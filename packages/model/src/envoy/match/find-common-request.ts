import type { RegexMatch } from '../../schema/values/regex-match.ts';
import { excludes } from './covers.ts';
import type { HttpMatch, NamedMatch } from './http-match.ts';
import type { HttpRequest, RequestEntry } from './http-request.ts';
import { matchesRequest } from './matches-request.ts';
import { sampleRegex } from './sample-regex.ts';
import { matchesText, type StringMatch } from './string-match.ts';

/** What a request is where no condition says otherwise. */
export interface RequestFrame {
  readonly scheme: string;
  readonly authority: string;
  readonly entry: RequestEntry;
}

/**
 * A request that fulfils all the matches, as plain as it can be; null where none is found, which
 * does not prove that there is none.
 */
export function findCommonRequest(
  matches: readonly HttpMatch[],
  frame: RequestFrame,
  matchRegex: RegexMatch | null,
): HttpRequest | null {
  const [first, ...others] = matches;
  if (first !== undefined && others.some((other) => excludes(first, other, matchRegex)))
    return null;
  const uris = matches.map(({ uri }) => uri);
  const paths = pathsFor(uris, matchRegex);
  if (paths.length === 0) return null;
  const pick = (part: 'scheme' | 'method' | 'authority', usual: string): string =>
    fittingText(
      matches.map((match) => match[part]),
      usual,
      matchRegex,
    );
  const request = {
    scheme: pick('scheme', frame.scheme),
    method: pick('method', 'GET'),
    authority: pick('authority', frame.authority),
    headers: pickNamed(
      matches.flatMap(({ headers }) => headers),
      matchRegex,
    ),
    query: pickNamed(
      matches.flatMap(({ queryParams }) => queryParams),
      matchRegex,
    ),
    entry: frame.entry,
  };
  for (const path of paths) {
    const candidate = { ...request, path };
    if (matches.every((match) => matchesRequest(match, candidate, matchRegex) === true))
      return candidate;
  }
  return null;
}

const ENDINGS = ['', '/', '1', 'a', '/1', '/a'];

/** Paths that fulfil all. */
function pathsFor(uris: readonly StringMatch[], matchRegex: RegexMatch | null): readonly string[] {
  const path = narrowest(uris, '/');
  const isPlain = !uris.some(({ kind }) => kind === 'regex');
  const guesses = isPlain
    ? [path]
    : [...ENDINGS.map((ending) => path + ending), ...samplesOf(uris)].filter((text) =>
        text.startsWith('/'),
      );
  return guesses.filter((text) => uris.every((uri) => matchesText(uri, text, matchRegex) === true));
}

function samplesOf(conditions: readonly StringMatch[]): readonly string[] {
  return conditions.flatMap((one) => (one.kind === 'regex' ? (sampleOf(one) ?? []) : []));
}

/** A condition is compared with many others. */
const samples = new WeakMap<StringMatch, string | null>();

function sampleOf(condition: Extract<StringMatch, { readonly kind: 'regex' }>): string | null {
  const known = samples.get(condition);
  if (known !== undefined) return known;
  const sample = sampleRegex(condition.pattern);
  samples.set(condition, sample);
  return sample;
}

/** A text that fulfils all; where none is found, the one that is nearest to it. */
function fittingText(
  conditions: readonly StringMatch[],
  usual: string,
  matchRegex: RegexMatch | null,
): string {
  const near = narrowest(conditions, usual);
  if (!conditions.some(({ kind }) => kind === 'regex')) return near;
  const fits = [near, ...samplesOf(conditions)].find((text) =>
    conditions.every((condition) => matchesText(condition, text, matchRegex) === true),
  );
  return fits ?? near;
}

/** A text that an exact match wants, else the longest beginning that one wants, else the usual. */
function narrowest(conditions: readonly StringMatch[], usual: string): string {
  let longest = '';
  for (const condition of conditions) {
    if (condition.kind === 'exact') return condition.text;
    const text = beginningOf(condition);
    if (text.length > longest.length) longest = text;
  }
  return longest === '' ? usual : longest;
}

function beginningOf(condition: StringMatch): string {
  switch (condition.kind) {
    case 'any':
      return '';
    case 'regex':
      return condition.literal;
    default:
      return condition.text;
  }
}

function pickNamed(
  conditions: readonly NamedMatch[],
  matchRegex: RegexMatch | null,
): Readonly<Record<string, string>> {
  const texts: [string, string][] = [];
  for (const { name } of conditions) {
    const own = conditions.filter((one) => one.name === name).map(({ match }) => match);
    texts.push([name, fittingText(own, '1', matchRegex)]);
  }
  return Object.fromEntries(texts);
}
