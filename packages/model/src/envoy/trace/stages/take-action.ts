import { textField } from '../../../resources/tolerant-value.ts';
import { MATCH_ALL } from '../../match/http-match.ts';
import type { HttpRequest } from '../../match/http-request.ts';
import { matchesText, readStringMatch } from '../../match/string-match.ts';
import { redirectLocation } from '../../redirect-location.ts';
import type { EnvoyRoute, RedirectAction } from '../../route-config.ts';
import type { Trace } from '../trace.ts';
import type { TraceDraft } from '../trace-draft.ts';
import { forward } from './forward.ts';

/** What a route does: faults first, then preflights of browsers, then what it is there for. */
export function takeAction(draft: TraceDraft, route: EnvoyRoute, request: HttpRequest): Trace {
  const ended = meetFault(draft, route) ?? answerPreflight(draft, route, request);
  if (ended !== null) return ended;
  const { action, virtualService: node } = route;
  switch (action.kind) {
    case 'redirect': {
      const location = locationOf(draft, route, action, request);
      draft.step({
        hop: 'action',
        matched: true,
        found: `redirect to ${location}`,
        reason: `The gateway sends the client to ${location} (${action.status}).`,
        origins: [action.origin],
        node,
      });
      return draft.end({ outcome: 'redirect', status: action.status, location });
    }
    case 'direct-response':
      draft.step({
        hop: 'action',
        matched: true,
        found: `answer ${action.status}`,
        reason: `The gateway answers ${action.status} itself${action.body === null ? '' : ', with a text'}.`,
        origins: [action.origin],
        node,
      });
      return draft.end({ outcome: 'direct-response', status: action.status });
    case 'route':
      return forward(draft, route, action);
    case 'none':
      draft.step({
        hop: 'action',
        matched: false,
        reason: action.reason,
        origins: [action.origin],
        node,
      });
      return draft.end({ outcome: 'no-route', status: 404, flag: 'NR', meaning: action.reason });
  }
}

/** A delay or a failure for all requests; of one for some only a note is made. */
function meetFault(draft: TraceDraft, { fault, virtualService }: EnvoyRoute): Trace | null {
  if (fault === null) return null;
  draft.fault(fault);
  const { delay, abort } = fault;
  if (delay !== null)
    draft.note(
      delay.percentage === 0
        ? 'A delay is written without a percentage, so it never happens.'
        : `${delay.percentage} % of the requests wait ${delay.fixedDelay} (flag DI).`,
      delay.origin,
    );
  if (abort === null) return null;
  const code = abort.grpcStatus === null ? `${abort.status}` : `gRPC ${abort.grpcStatus}`;
  if (abort.percentage < 100) {
    draft.note(
      abort.percentage === 0
        ? 'A failure is written without a percentage, so it never happens.'
        : `${abort.percentage} % of the requests are answered with ${code} (flag FI).`,
      abort.origin,
    );
    return null;
  }
  draft.step({
    hop: 'action',
    matched: true,
    found: `failure ${code}`,
    reason: `The route makes every request fail with ${code}, on purpose.`,
    origins: [abort.origin],
    node: virtualService,
  });
  return draft.end({ outcome: 'fault-abort', status: abort.status, flag: 'FI' });
}

function answerPreflight(
  draft: TraceDraft,
  { cors, virtualService }: EnvoyRoute,
  { method, headers }: HttpRequest,
): Trace | null {
  const origin = headers.origin;
  const isPreflight = method === 'OPTIONS' && 'access-control-request-method' in headers;
  if (cors === null || origin === undefined || !isPreflight) return null;
  const matchRegex = draft.context.regex?.match ?? null;
  const isAllowed = cors.allowOrigins.some((allowed) => {
    const match = readStringMatch(allowed);
    // A lone * means every origin.
    if (match?.kind === 'exact' && match.text === '*') return true;
    return match !== null && matchesText(match, origin, matchRegex) === true;
  });
  if (!isAllowed && cors.forwardsUnmatched) {
    draft.note(
      `The origin ${origin} is not allowed, so the preflight goes on to the upstream.`,
      cors.origin,
    );
    return null;
  }
  draft.step({
    hop: 'action',
    matched: true,
    found: 'answer 200',
    reason: isAllowed
      ? `The gateway answers the preflight itself: ${origin} is allowed.`
      : `The gateway answers the preflight itself, and does not allow ${origin}.`,
    origins: [cors.origin],
    node: virtualService,
  });
  return draft.end({ outcome: 'direct-response', status: 200 });
}

function locationOf(
  draft: TraceDraft,
  { match, serverPort }: EnvoyRoute,
  { redirect }: RedirectAction,
  request: HttpRequest,
): string {
  const at = { ...request, entry: { ...request.entry, port: serverPort } };
  const { scheme, host, port, path } = redirectLocation(redirect, match ?? MATCH_ALL, at);
  const written = textField(redirect, 'uri') ?? '';
  const asked = written.includes('?')
    ? written.slice(written.indexOf('?') + 1)
    : draft.context.request.query;
  const query = asked === null || asked === '' ? '' : `?${asked}`;
  return `${scheme}://${host}${port === null ? '' : `:${port}`}${path}${query}`;
}
