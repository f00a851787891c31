import type { RegexMatch } from '../../schema/values/regex-match.ts';
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
  const uris = matches.map(({ uri }) => uri);
  for (const path of pathsFor(uris)) {
    const candidate = { ...request, path };
    if (matches.every((match) => matchesRequest(match, candidate, matchRegex) === true))
      return candidate;
  }
  return null;
}

const ENDINGS = ['', '/', '1', 'a', '/1', '/a'];

function pathsFor(uris: readonly StringMatch[]): readonly string[] {
  const path = narrowest(uris, '/');
  if (!uris.some(({ kind }) => kind === 'regex')) return [path];
  return [...ENDINGS.map((ending) => path + ending), ...samplesOf(uris)].filter((text) =>
    text.startsWith('/'),
  );
}

function samplesOf(conditions: readonly StringMatch[]): readonly string[] {
  return conditions.flatMap((one) =>
    one.kind === 'regex' ? (sampleRegex(one.pattern) ?? []) : [],
  );
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
