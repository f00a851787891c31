import { findCommonRequest, type RequestFrame } from '../../../envoy/match/find-common-request.ts';
import type { HttpMatch } from '../../../envoy/match/http-match.ts';
import type { HttpRequest } from '../../../envoy/match/http-request.ts';
import { matchesEntry, matchesRequest } from '../../../envoy/match/matches-request.ts';
import { type RouteMatch, routeMatchesOf } from '../../../envoy/match/route-matches.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { RegexMatch } from '../../../schema/values/regex-match.ts';

/** A route of one of several VirtualServices on a virtual host. */
export interface MergedRoute {
  readonly service: Resource;
  readonly one: RouteMatch;
  readonly match: HttpMatch;
}

/** A request that either route would answer, and otherwise: which one does, the order decides. */
export interface OrderConflict {
  readonly first: MergedRoute;
  readonly second: MergedRoute;
  readonly request: HttpRequest;
}

/** Of routes with the same path, each is compared with some: the more there are, the fewer. */
const MOST_COMPARED = 20;
const FEWEST_COMPARED = 2;

/**
 * The routes of different VirtualServices that take a request in common and do not do the same with
 * it. Routes that take everything come last, whatever the order, so they meet only each other.
 */
export function findOrderConflicts(
  services: readonly Resource[],
  frame: RequestFrame,
  matchRegex: RegexMatch | null,
): readonly OrderConflict[] {
  const routes = services.flatMap((service) => routesOf(service, frame));
  const index = indexRoutes(routes);
  const about = `${JSON.stringify(frame)} ${matchRegex === null}`;
  const conflicts: OrderConflict[] = [];
  const fair = Math.ceil(400 / services.length);
  const most = Math.min(MOST_COMPARED, Math.max(FEWEST_COMPARED, fair));
  for (const route of routes) {
    let found = 0;
    for (const others of candidatesFor(route, index)) {
      if (found >= most) break;
      let compared = 0;
      for (const other of others) {
        if (compared === most) break;
        if (other.service === route.service) continue;
        compared += 1;
        if (route.one.outcome === other.one.outcome) continue;
        const request = recallContested([route, other], about, () =>
          findContested([route, other], frame, matchRegex),
        );
        if (request === null) continue;
        found += 1;
        conflicts.push({ first: other, second: route, request });
      }
    }
  }
  return conflicts;
}

/** Delegates may leave a request to the routes behind them, and a route without an action is none. */
function routesOf(service: Resource, { entry }: RequestFrame): readonly MergedRoute[] {
  return routeMatchesOf(service).flatMap((one) => {
    const { match, route } = one;
    const hasAction =
      route.destinations.length > 0 || route.redirect !== null || route.directResponse !== null;
    const counts = match !== null && hasAction && route.delegate === null;
    return counts && matchesEntry(match, entry) ? [{ service, one, match }] : [];
  });
}

interface RouteIndex {
  readonly byText: ReadonlyMap<string, readonly MergedRoute[]>;
  /** How long these texts are, the longest first. */
  readonly lengths: readonly number[];
  readonly catchAlls: readonly MergedRoute[];
  /** Those whose path cannot be looked up. */
  readonly others: readonly MergedRoute[];
}

function indexRoutes(routes: readonly MergedRoute[]): RouteIndex {
  const byText = new Map<string, MergedRoute[]>();
  const catchAlls: MergedRoute[] = [];
  const others: MergedRoute[] = [];
  for (const route of routes) {
    const { uri, isCatchAll } = route.match;
    if (isCatchAll) catchAlls.push(route);
    else if (uri.kind === 'exact' || uri.kind === 'prefix') {
      const same = byText.get(uri.text) ?? [];
      byText.set(uri.text, same);
      same.push(route);
    } else others.push(route);
  }
  const lengths = [...new Set([...byText.keys()].map(({ length }) => length))];
  return { byText, lengths: lengths.toSorted((one, other) => other - one), catchAlls, others };
}

function* candidatesFor(
  { match }: MergedRoute,
  { byText, lengths, catchAlls, others }: RouteIndex,
): Generator<readonly MergedRoute[]> {
  if (match.isCatchAll) {
    yield catchAlls;
    return;
  }
  yield others;
  const { uri } = match;
  if (uri.kind !== 'exact' && uri.kind !== 'prefix') return;
  for (const length of lengths) {
    const same = length > uri.text.length ? undefined : byText.get(uri.text.slice(0, length));
    if (same !== undefined) yield same;
  }
}

type Answers = Map<string, HttpRequest | null>;

/** By the two routes, which are the same objects as long as nobody writes in their VirtualServices. */
const known = new WeakMap<RouteMatch, WeakMap<RouteMatch, Answers>>();

/** Of many VirtualServices on a host few change at a time: what was found out about two stays. */
function recallContested(
  [first, second]: readonly [MergedRoute, MergedRoute],
  about: string,
  find: () => HttpRequest | null,
): HttpRequest | null {
  const ofFirst = known.get(first.one) ?? new WeakMap<RouteMatch, Answers>();
  known.set(first.one, ofFirst);
  const answers = ofFirst.get(second.one) ?? new Map<string, HttpRequest | null>();
  ofFirst.set(second.one, answers);
  const before = answers.get(about);
  if (before !== undefined) return before;
  const request = find();
  answers.set(about, request);
  return request;
}

/** A request that each of the routes takes from its own VirtualService. */
function findContested(
  routes: readonly MergedRoute[],
  frame: RequestFrame,
  matchRegex: RegexMatch | null,
): HttpRequest | null {
  const request = findCommonRequest(
    routes.map(({ match }) => match),
    frame,
    matchRegex,
  );
  if (request === null) return null;
  const isFirst = ({ service, one }: MergedRoute): boolean =>
    findTaker(service, request, matchRegex) === one;
  return routes.every(isFirst) ? request : null;
}

/** The match of the VirtualService that takes the request; null for none, `unknown` where that is not known. */
export function findTaker(
  service: Resource,
  request: HttpRequest,
  matchRegex: RegexMatch | null,
): RouteMatch | null | 'unknown' {
  for (const one of routeMatchesOf(service)) {
    const answer = one.match === null ? null : matchesRequest(one.match, request, matchRegex);
    if (answer === null) return 'unknown';
    if (answer) return one;
  }
  return null;
}
