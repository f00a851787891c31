import type { RegexMatch } from '../../schema/values/regex-match.ts';
import type { HttpMatch, NamedMatch } from './http-match.ts';
import type { HttpRequest, RequestEntry } from './http-request.ts';
import { matchesRequest } from './matches-request.ts';
import type { StringMatch } from './string-match.ts';

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
    narrowest(
      matches.map((match) => match[part]),
      usual,
    );
  const request = {
    scheme: pick('scheme', frame.scheme),
    method: pick('method', 'GET'),
    authority: pick('authority', frame.authority),
    headers: pickNamed(matches.flatMap(({ headers }) => headers)),
    query: pickNamed(matches.flatMap(({ queryParams }) => queryParams)),
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
  return ENDINGS.map((ending) => path + ending).filter((text) => text.startsWith('/'));
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

function pickNamed(conditions: readonly NamedMatch[]): Readonly<Record<string, string>> {
  const texts: [string, string][] = [];
  for (const { name } of conditions) {
    const own = conditions.filter((one) => one.name === name).map(({ match }) => match);
    texts.push([name, narrowest(own, '1')]);
  }
  return Object.fromEntries(texts);
}
