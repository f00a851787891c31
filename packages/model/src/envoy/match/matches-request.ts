import { matchesSelector } from '../../resources/match-selector.ts';
import type { RegexMatch } from '../../schema/values/regex-match.ts';
import { checkConditions } from './condition-checks.ts';
import type { HttpMatch } from './http-match.ts';
import type { HttpRequest, RequestEntry } from './http-request.ts';

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
  const checks = checkConditions(match, request, matchRegex);
  if (checks.some(({ holds }) => holds === false)) return false;
  return checks.some(({ holds }) => holds === null) ? null : true;
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
