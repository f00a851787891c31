import type { Rejection } from '../../gateway-config.ts';
import { type ConditionCheck, checkConditions } from '../../match/condition-checks.ts';
import { describeCheck } from '../../match/describe-check.ts';
import type { HttpRequest } from '../../match/http-request.ts';
import type { EnvoyRoute, RouteConfig, VirtualHost } from '../../route-config.ts';
import { routeOrigins } from '../../route-origins.ts';
import { routeCauses } from '../causes/route-causes.ts';
import { routePlace } from '../route-words.ts';
import type { Trace, TraceCandidate } from '../trace.ts';
import type { TraceDraft } from '../trace-draft.ts';
import type { Stage } from './stage.ts';

/** As many routes that do not fit are told of one by one. */
const MOST_TOLD = 50;

/** From the virtual host to the first route whose whole match holds. */
export function chooseRoute(
  draft: TraceDraft,
  routeConfig: RouteConfig,
  virtualHost: VirtualHost,
  request: HttpRequest,
): Stage<EnvoyRoute> {
  const { route, losers } = findRoute(draft, virtualHost, request);
  if (routeConfig.rejection !== null)
    return { trace: refuseAll(draft, routeConfig.rejection, virtualHost, losers) };
  if (route === null) return { trace: findNone(draft, virtualHost, request, losers) };
  draft.name({ route: route.name === '' ? null : route.name });
  const origins = routeOrigins(route);
  const winner = { name: routePlace(route), matched: true, reason: 'its whole match holds' };
  draft.step({
    hop: 'route',
    matched: true,
    found: routePlace(route),
    reason: why(route, losers.length),
    candidates: [...losers, { ...winner, origin: origins[0] ?? null }],
    origins,
    node: route.virtualService,
  });
  return { next: route };
}

interface FoundRoute {
  readonly route: EnvoyRoute | null;
  readonly losers: readonly TraceCandidate[];
}

function findRoute(
  { context: { regex } }: TraceDraft,
  { routes }: VirtualHost,
  request: HttpRequest,
): FoundRoute {
  const losers: TraceCandidate[] = [];
  for (const route of routes) {
    const { match } = route;
    const checks = match === null ? null : checkConditions(match, request, regex?.match ?? null);
    if (checks?.every(({ holds }) => holds === true) === true) return { route, losers };
    if (losers.length < MOST_TOLD) losers.push(loser(route, checks));
  }
  return { route: null, losers };
}

function refuseAll(
  draft: TraceDraft,
  { reason, origins }: Rejection,
  { virtualServices }: VirtualHost,
  candidates: readonly TraceCandidate[],
): Trace {
  const node = virtualServices[0] ?? null;
  draft.step({ hop: 'route', matched: false, reason, candidates, origins, node });
  return draft.end({
    outcome: 'no-route',
    status: 404,
    flag: 'NR',
    meaning:
      'Envoy refuses the whole list of routes, and keeps the one that it had before: none, where the pods are new.',
    causes: origins.map((origin) => ({ text: reason, applies: true, origin })),
  });
}

function findNone(
  draft: TraceDraft,
  virtualHost: VirtualHost,
  request: HttpRequest,
  candidates: readonly TraceCandidate[],
): Trace {
  draft.step({
    hop: 'route',
    matched: false,
    reason: noRoute(virtualHost, request),
    candidates,
    origins: candidates.flatMap(({ origin }) => origin ?? []),
    node: virtualHost.virtualServices[0] ?? null,
  });
  return draft.end({
    outcome: 'no-route',
    status: 404,
    flag: 'NR',
    meaning:
      'The gateway itself answers 404: the host is known, and no route of it fits the request. It tries no other host, such as a wildcard.',
    causes: routeCauses(draft.context, virtualHost, request),
  });
}

function why(route: EnvoyRoute, before: number): string {
  const fits =
    route.block === null ? 'takes every request' : 'is the first whose whole match holds';
  const place = routePlace(route);
  return before === 0
    ? `${capital(place)} ${fits}.`
    : `${capital(place)} ${fits}; ${before} before it ${before === 1 ? 'does' : 'do'} not fit.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function noRoute({ routes }: VirtualHost, { method, path }: HttpRequest): string {
  if (routes.length === 0) return 'The virtual host has no routes.';
  return `None of the ${routes.length} ${routes.length === 1 ? 'route' : 'routes'} fits ${method} ${path}.`;
}

function loser(route: EnvoyRoute, checks: readonly ConditionCheck[] | null): TraceCandidate {
  const failed = checks?.filter(({ holds }) => holds !== true) ?? [];
  const reason =
    checks === null
      ? 'something in its match is not understood'
      : failed.map((check) => describeCheck(check, route.block ?? {})).join('; ');
  return {
    name: routePlace(route),
    matched: false,
    reason,
    origin: route.matchedBy[0] ?? route.rule,
  };
}
