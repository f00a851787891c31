import { fitsWherever } from '../../../envoy/delegate-conflict.ts';
import { covers, type MatchContext } from '../../../envoy/match/covers.ts';
import { gatewayKey, type HttpMatch } from '../../../envoy/match/http-match.ts';
import {
  pathOfMatch,
  type RouteMatch,
  routeMatchesOf,
} from '../../../envoy/match/route-matches.ts';
import { isDeepEqual } from '../../../graph/is-deep-equal.ts';
import type { Resource } from '../../../resources/resource.ts';
import { isRecord, listField, type ValueRecord } from '../../../resources/tolerant-value.ts';
import type { RelatedPlace } from '../../diagnostic.ts';
import type { Report, ResourceCheck } from '../../engine/check.ts';
import { matchWords, routeWords } from '../../facts/match-words.ts';
import { createCoverIndex } from './cover-index.ts';

/**
 * Does an earlier http route take all that a later one, or one of its matches, is for? Said only
 * where it is proven, match by match. Routes behind one without match are Istio's IST0130.
 */
export const unreachableRoute: ResourceCheck = {
  name: 'unreachable-route',
  codes: ['PTL210'],
  about: ['VirtualService'],
  reads: [],
  run: (resource, lookup, report) => {
    if (resource.details.type !== 'VirtualService') return;
    const gateways = resource.details.gateways ?? ['mesh'];
    const context = {
      gateways: gateways.map((text) => gatewayKey(text, resource.namespace)),
      matchRegex: lookup.schema?.matchRegex ?? null,
    };
    const isDelegate = resource.details.hosts.length === 0;
    const earlier = createCoverIndex();
    for (const matches of groupByRoute(routeMatchesOf(resource))) {
      const covered = matches.map((one): Covered => {
        const candidates = [...earlier.candidatesFor(one)].filter(
          (other) => !isDelegate || staysWith(other, one),
        );
        const by = findCover(candidates, one, context);
        if (takesRequests(one)) earlier.add(one);
        return { one, by };
      });
      reportRoute(resource, covered, report);
      if (matches.some(({ block }) => block === null)) return;
    }
  },
};

interface Covered {
  readonly one: RouteMatch;
  readonly by: RouteMatch | null;
}

function groupByRoute(matches: readonly RouteMatch[]): readonly (readonly RouteMatch[])[] {
  const groups = new Map<number, RouteMatch[]>();
  for (const match of matches) {
    const group = groups.get(match.route.index);
    if (group === undefined) groups.set(match.route.index, [match]);
    else group.push(match);
  }
  return [...groups.values()];
}

/** A delegate may leave requests to the routes behind it; a route without an action is no route. */
function takesRequests({ route }: RouteMatch): boolean {
  const { delegate, destinations, redirect, directResponse } = route;
  return (
    delegate === null && (destinations.length > 0 || redirect !== null || directResponse !== null)
  );
}

/** Whether the earlier match of a delegate is there wherever this one is: a root may drop it, or its route. */
function staysWith(earlier: RouteMatch, one: RouteMatch): boolean {
  const blocks = listField(earlier.written, 'match').filter(isRecord);
  const needed = earlier.route === one.route ? [blockOf(earlier)] : blocks;
  return needed.every((block) => fitsWherever(block, blockOf(one)));
}

function findCover(
  candidates: Iterable<RouteMatch>,
  one: RouteMatch,
  context: MatchContext,
): RouteMatch | null {
  const match = narrowest(one);
  if (match === null) return null;
  for (const earlier of candidates)
    if (earlier.match !== null && covers(earlier.match, match, context)) return earlier;
  return null;
}

/** What all requests that get to the route have: a delegate may say other headers that they must not have. */
function narrowest({ route, match }: RouteMatch): HttpMatch | null {
  return match === null || route.delegate === null ? match : { ...match, withoutHeaders: [] };
}

function reportRoute(resource: Resource, covered: readonly Covered[], report: Report): void {
  const [first] = covered;
  if (first === undefined) return;
  const { route } = first.one;
  const dead = covered.flatMap(({ one, by }) => (by === null ? [] : [{ one, by }]));
  const others = dead.filter(({ by }) => by.route !== route);
  const isWhole = others.length === covered.length;
  // Istio says so itself (IST0130, IST0131) where the very same match is there before.
  const news = dead.filter(({ one, by }) => !isSameBlock(one, by));
  if (news.length === 0) return;
  if (!isWhole) {
    for (const { one, by } of news) reportMatch(resource, one, by, report);
    return;
  }
  const takers = [...new Set(others.map(({ by }) => by))];
  const names = [...new Set(takers.map((taker) => routeWords(taker.route)))];
  const isHarmless = takers.every(({ outcome }) => outcome === first.one.outcome);
  report({
    code: 'PTL210',
    resource,
    path: covered.length > 1 ? ['spec', 'http', route.index, 'match'] : pathOfMatch(first.one),
    part: covered.length > 1 ? 'key' : 'value',
    severity: isHarmless ? 'info' : 'warning',
    message: isHarmless
      ? `No request gets to ${routeWords(route)}: ${names.join(' and ')} in front of it takes the same requests, and does the same with them. You can delete it.`
      : `No request gets to ${routeWords(route)}: ${names.join(' and ')} in front of it takes ${takenWords(takers)}. The first route that matches wins, so move the narrower one to the front.`,
    related: takers.slice(0, 20).map((taker) => relatedTo(resource, taker)),
    data: { route: route.index, before: Math.min(...takers.map((taker) => taker.route.index)) },
  });
}

function reportMatch(resource: Resource, one: RouteMatch, by: RouteMatch, report: Report): void {
  const isHarmless = by.route === one.route || by.outcome === one.outcome;
  const taker = by.route === one.route ? 'another match of this route' : routeWords(by.route);
  report({
    code: 'PTL210',
    resource,
    path: pathOfMatch(one),
    severity: isHarmless ? 'info' : 'warning',
    message: isHarmless
      ? `This match is not needed: ${taker} takes ${takenWords([by])}, and leads to the same. You can delete it.`
      : `No request gets here by this match: ${taker} in front of it takes ${takenWords([by])}. The first route that matches wins, so move the narrower one to the front.`,
    related: [relatedTo(resource, by)],
    data: { route: one.route.index, match: one.block, before: by.route.index },
  });
}

function takenWords(takers: readonly RouteMatch[]): string {
  return takers
    .flatMap(({ match }) => (match === null ? [] : [matchWords(match)]))
    .slice(0, 3)
    .join(' and ');
}

function relatedTo(resource: Resource, taker: RouteMatch): RelatedPlace {
  return { resource: resource.id, path: pathOfMatch(taker), message: 'takes these requests first' };
}

function isSameBlock(one: RouteMatch, other: RouteMatch): boolean {
  return isDeepEqual(bareBlock(one), bareBlock(other));
}

function bareBlock(match: RouteMatch): unknown {
  return { ...blockOf(match), name: null };
}

/** As it is written; a route without matches asks for nothing. */
function blockOf({ written, block }: RouteMatch): ValueRecord {
  const whole = block === null ? {} : listField(written, 'match')[block];
  return isRecord(whole) ? whole : {};
}
