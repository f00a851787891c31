import { matchesSelector } from '../../resources/match-selector.ts';
import { fieldOf } from '../../resources/tolerant-value.ts';
import type { RegexMatch } from '../../schema/values/regex-match.ts';
import type { HttpMatch, NamedMatch } from './http-match.ts';
import type { HttpRequest, RequestEntry } from './http-request.ts';
import { matchesText } from './string-match.ts';

/**
 * Whether the request fulfils every condition, as Envoy has it; null where only what is not known
 * here could tell: a regular expression that cannot be run, or the claims of a token.
 */
export function matchesRequest(
  match: HttpMatch,
  request: HttpRequest,
  matchRegex: RegexMatch | null,
): boolean | null {
  if (!matchesEntry(match, request.entry)) return false;
  const { uri, scheme, method, authority } = match;
  const holds = (condition: HttpMatch['uri'], text: string): boolean | null =>
    matchesText(condition, text, matchRegex);
  return every([
    holds(uri, request.path),
    holds(scheme, request.scheme),
    holds(method, request.method),
    holds(authority, request.authority),
    ...match.headers.map((header) => matchesHeader(header, request, matchRegex)),
    ...match.withoutHeaders.map((header) => lacksHeader(header, request, matchRegex)),
    ...match.queryParams.map(({ name, match: condition }) => {
      const value = textOf(request.query, name);
      return value !== null && holds(condition, value);
    }),
  ]);
}

/** Whether the match counts where the request comes in. */
export function matchesEntry(match: HttpMatch, entry: RequestEntry): boolean {
  if (match.port !== null && match.port !== entry.port) return false;
  if (match.gateways !== null) return match.gateways.includes(entry.gateway);
  const { sourceLabels, sourceNamespace } = match;
  return (
    matchesSelector(sourceLabels, entry.sourceLabels) &&
    (sourceNamespace === null || sourceNamespace === entry.sourceNamespace)
  );
}

function every(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

function matchesHeader(
  { name, match }: NamedMatch,
  request: HttpRequest,
  matchRegex: RegexMatch | null,
): boolean | null {
  if (name.startsWith('@')) return null;
  const value = headerOf(request, name);
  return value !== null && matchesText(match, value, matchRegex);
}

function lacksHeader(
  { name, match }: NamedMatch,
  request: HttpRequest,
  matchRegex: RegexMatch | null,
): boolean | null {
  const value = headerOf(request, name);
  if (match.kind === 'any') return value === null;
  const answer = matchesText(match, value ?? '', matchRegex);
  return answer === null ? null : !answer;
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
