import { type HttpMatch, MATCH_ALL, type NamedMatch } from '../match/http-match.ts';
import type { StringMatch } from '../match/string-match.ts';
import { type JsonObject, optional } from './json-value.ts';

/** The conditions of a route. Those that are headers for Envoy (method, host, scheme) stand among them. */
export function dumpMatch(match: HttpMatch | null): JsonObject {
  const { uri, method, authority, scheme, headers, withoutHeaders, queryParams } =
    match ?? MATCH_ALL;
  const all = [
    ...named(':method', method),
    ...named(':authority', authority),
    ...named(':scheme', scheme),
    ...headers.map((one) => headerMatcher(one)),
    ...withoutHeaders.map((one) => ({ ...headerMatcher(one), invert_match: true })),
  ];
  return {
    ...pathMatcher(uri),
    ...optional('headers', all),
    ...optional(
      'query_parameters',
      queryParams.map((one) => ({ name: one.name, ...valueMatcher(one, 'string_match') })),
    ),
  };
}

function named(name: string, match: StringMatch): readonly JsonObject[] {
  return match.kind === 'any' ? [] : [headerMatcher({ name, match })];
}

function headerMatcher(one: NamedMatch): JsonObject {
  return { name: one.name, ...valueMatcher(one, 'string_match') };
}

function valueMatcher({ match }: NamedMatch, field: string): JsonObject {
  return match.kind === 'any' ? { present_match: true } : { [field]: stringMatcher(match) };
}

function stringMatcher(match: Exclude<StringMatch, { readonly kind: 'any' }>): JsonObject {
  switch (match.kind) {
    case 'exact':
    case 'prefix':
      return { [match.kind]: match.text, ...(match.fold ? { ignore_case: true } : {}) };
    case 'regex':
      return { safe_regex: { regex: match.pattern } };
  }
}

function pathMatcher(uri: StringMatch): JsonObject {
  switch (uri.kind) {
    case 'any':
      return { prefix: '/' };
    case 'exact':
      return { path: uri.text, case_sensitive: !uri.fold };
    case 'prefix':
      return {
        [uri.bySegment === true ? 'path_separated_prefix' : 'prefix']: uri.text,
        case_sensitive: !uri.fold,
      };
    case 'regex':
      return { safe_regex: { regex: uri.pattern } };
  }
}
