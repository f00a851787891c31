import { covers, type MatchContext } from '../../../envoy/match/covers.ts';
import { gatewayKey } from '../../../envoy/match/http-match.ts';
import { type RouteMatch, routeMatchesOf } from '../../../envoy/match/route-matches.ts';
import type { Resource } from '../../../resources/resource.ts';

/** A route as it is compared with others: by its matches. */
export interface OrderedRoute {
  /** Its place in the list now. */
  readonly index: number;
  readonly matches: readonly RouteMatch[];
}

/** The http routes of a VirtualService in their order. */
export function orderedRoutes(resource: Resource): readonly OrderedRoute[] {
  const routes = new Map<number, RouteMatch[]>();
  for (const match of routeMatchesOf(resource)) {
    const known = routes.get(match.route.index);
    if (known === undefined) routes.set(match.route.index, [match]);
    else known.push(match);
  }
  return [...routes].map(([index, matches]) => ({ index, matches }));
}

/** Whether all that the second route is for, in whole or in part of its matches, is proven to be taken by the first. */
export function hides(
  resource: Resource,
  one: OrderedRoute,
  other: OrderedRoute,
): 'all' | 'some' | 'none' {
  const context = contextOf(resource);
  const hidden = other.matches.filter((match) =>
    one.matches.some((wide) => isCovered(wide, match, context)),
  );
  if (hidden.length === 0) return 'none';
  return hidden.length === other.matches.length ? 'all' : 'some';
}

function isCovered(wide: RouteMatch, narrow: RouteMatch, context: MatchContext): boolean {
  return wide.match !== null && narrow.match !== null && covers(wide.match, narrow.match, context);
}

function contextOf({ details, namespace }: Resource): MatchContext {
  const gateways = (details.type === 'VirtualService' ? details.gateways : null) ?? ['mesh'];
  return { gateways: gateways.map((text) => gatewayKey(text, namespace)), matchRegex: null };
}

/**
 * The routes with each in front of those that would hide it, and otherwise in their order: the most
 * specific first. Routes that hide each other stay as they are.
 */
export function orderBySpecificity(resource: Resource): readonly OrderedRoute[] {
  const ordered: OrderedRoute[] = [];
  for (const route of orderedRoutes(resource)) {
    const at = ordered.findIndex(
      (before) =>
        hides(resource, before, route) === 'all' && hides(resource, route, before) === 'none',
    );
    const blocked =
      at >= 0 && ordered.slice(at).some((before) => hides(resource, route, before) !== 'none');
    ordered.splice(at < 0 || blocked ? ordered.length : at, 0, route);
  }
  return ordered;
}
