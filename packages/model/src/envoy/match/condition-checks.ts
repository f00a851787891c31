import { fieldOf } from '../../resources/tolerant-value.ts';
import type { RegexMatch } from '../../schema/values/regex-match.ts';
import type { HttpMatch, NamedMatch } from './http-match.ts';
import type { HttpRequest } from './http-request.ts';
import { matchesText, type StringMatch } from './string-match.ts';

/** A condition of a match, held against a request. */
export interface ConditionCheck {
  readonly part:
    | 'uri'
    | 'scheme'
    | 'method'
    | 'authority'
    | 'headers'
    | 'withoutHeaders'
    | 'queryParams';
  /** Of the header or parameter; empty for the other parts. */
  readonly name: string;
  readonly condition: StringMatch;
  /** What the request has there; null: nothing. */
  readonly actual: string | null;
  /** null: only what is not known here could tell. */
  readonly holds: boolean | null;
}

/** Every condition of the match that can fail, held against the request as Envoy does it. */
export function checkConditions(
  match: HttpMatch,
  request: HttpRequest,
  matchRegex: RegexMatch | null,
): readonly ConditionCheck[] {
  const checks: ConditionCheck[] = [];
  const check = (part: 'uri' | 'scheme' | 'method' | 'authority', actual: string): void => {
    const condition = match[part];
    if (condition.kind === 'any') return;
    const holds = matchesText(condition, actual, matchRegex);
    checks.push({ part, name: '', condition, actual, holds });
  };
  check('uri', request.path);
  check('scheme', request.scheme);
  check('method', request.method);
  check('authority', request.authority);
  for (const header of match.headers) checks.push(checkHeader(header, request, matchRegex));
  for (const header of match.withoutHeaders) checks.push(checkLack(header, request, matchRegex));
  for (const { name, match: condition } of match.queryParams) {
    const actual = textOf(request.query, name);
    const holds = actual !== null && matchesText(condition, actual, matchRegex);
    checks.push({ part: 'queryParams', name, condition, actual, holds });
  }
  return checks;
}

function checkHeader(
  { name, match: condition }: NamedMatch,
  request: HttpRequest,
  matchRegex: RegexMatch | null,
): ConditionCheck {
  const part = 'headers';
  if (name.startsWith('@')) return { part, name, condition, actual: null, holds: null };
  const actual = headerOf(request, name);
  const holds = actual !== null && matchesText(condition, actual, matchRegex);
  return { part, name, condition, actual, holds };
}

function checkLack(
  { name, match: condition }: NamedMatch,
  request: HttpRequest,
  matchRegex: RegexMatch | null,
): ConditionCheck {
  const part = 'withoutHeaders';
  const actual = headerOf(request, name);
  if (condition.kind === 'any') return { part, name, condition, actual, holds: actual === null };
  const answer = matchesText(condition, actual ?? '', matchRegex);
  return { part, name, condition, actual, holds: answer === null ? null : !answer };
}

/** Envoy keeps the parts of the request's first line, and its host, as headers too. */
function headerOf(request: HttpRequest, name: string): string | null {
  switch (name) {
    case ':authority':
    case 'host':
      return request.authority;
    case ':method':
      return request.method;
    case ':scheme':
      return request.scheme;
    case ':path':
      return request.path + writeQuery(request.query);
    default:
      return textOf(request.headers, name);
  }
}

function writeQuery(query: HttpRequest['query']): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function textOf(texts: Readonly<Record<string, string>>, name: string): string | null {
  const value = fieldOf(texts, name);
  return typeof value === 'string' ? value : null;
}
