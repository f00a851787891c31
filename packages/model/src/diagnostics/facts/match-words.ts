import type { HttpMatch, NamedMatch } from '../../envoy/match/http-match.ts';
import type { StringMatch } from '../../envoy/match/string-match.ts';

/** What a match takes, in words: `paths that begin with "/api", with the method "POST"`. */
export function matchWords(match: HttpMatch): string {
  const more = [
    ...partWords('the method', match.method),
    ...partWords('the host', match.authority),
    ...partWords('the scheme', match.scheme),
    ...nameWords('the header', match.headers),
    ...nameWords('the parameter', match.queryParams),
    ...match.withoutHeaders.map(({ name }) => `a condition against the header "${name}"`),
    ...(match.port === null ? [] : [`port ${match.port}`]),
    ...(match.gateways === null ? [] : [`the Gateway ${match.gateways.join(' or ')}`]),
  ];
  const path = pathWords(match.uri);
  return more.length === 0 ? path : `${path} with ${more.join(', ')}`;
}

function pathWords(uri: StringMatch): string {
  switch (uri.kind) {
    case 'any':
      return 'every path';
    case 'exact':
      return `the path "${uri.text}"`;
    case 'prefix':
      return `paths that begin with "${uri.text}"`;
    case 'regex':
      return `paths that match "${uri.pattern}"`;
  }
}

function partWords(what: string, match: StringMatch): readonly string[] {
  return match.kind === 'any' ? [] : [`${what} ${textOf(match)}`];
}

function nameWords(what: string, matches: readonly NamedMatch[]): readonly string[] {
  return matches.map(({ name, match }) =>
    match.kind === 'any' ? `${what} "${name}"` : `${what} "${name}" ${textOf(match)}`,
  );
}

function textOf(match: Exclude<StringMatch, { readonly kind: 'any' }>): string {
  switch (match.kind) {
    case 'exact':
      return `"${match.text}"`;
    case 'prefix':
      return `that begins with "${match.text}"`;
    case 'regex':
      return `that matches "${match.pattern}"`;
  }
}

/** A route as people count: `route 2 ("canary")`. */
export function routeWords({
  index,
  name,
}: {
  readonly index: number;
  readonly name: string | null;
}): string {
  return name === null ? `route ${index + 1}` : `route ${index + 1} ("${name}")`;
}
