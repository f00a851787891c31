import type { HttpRoute } from '../../resources/kinds/virtual-service.ts';
import type { Resource } from '../../resources/resource.ts';
import {
  isRecord,
  listField,
  recordField,
  type ValueRecord,
} from '../../resources/tolerant-value.ts';
import { type HttpMatch, MATCH_ALL, readHttpMatch } from './http-match.ts';

/** One match block of an http route, or a route without any. */
export interface RouteMatch {
  readonly route: HttpRoute;
  /** The route as it is written. */
  readonly written: ValueRecord;
  /** What the route does with a request, as text: equal for routes that do the same. */
  readonly outcome: string;
  /** 0-based place in the route's `match`; null where it has none and takes everything. */
  readonly block: number | null;
  /** null where something in it is not understood. */
  readonly match: HttpMatch | null;
}

const known = new WeakMap<Resource, readonly RouteMatch[]>();

/** The matches of a VirtualService's http routes, in the order in which requests are compared with them. */
export function routeMatchesOf(resource: Resource): readonly RouteMatch[] {
  const before = known.get(resource);
  if (before !== undefined) return before;
  const matches = readMatches(resource);
  known.set(resource, matches);
  return matches;
}

function readMatches({ details, value, namespace }: Resource): readonly RouteMatch[] {
  if (details.type !== 'VirtualService') return [];
  const routes = listField(recordField(value, 'spec'), 'http');
  return details.http.flatMap((route): readonly RouteMatch[] => {
    const written = routes[route.index];
    if (!isRecord(written)) return [];
    const outcome = JSON.stringify({ ...written, match: null, name: null });
    const blocks = listField(written, 'match');
    if (blocks.length === 0) return [{ route, written, outcome, block: null, match: MATCH_ALL }];
    return blocks.map((block, index) => ({
      route,
      written,
      outcome,
      block: index,
      match: isRecord(block) ? readHttpMatch(block, namespace) : null,
    }));
  });
}

/** Where the match stands in its resource: the block, or the route that has none. */
export function pathOfMatch({ route, block }: RouteMatch): readonly (string | number)[] {
  const path = ['spec', 'http', route.index];
  return block === null ? path : [...path, 'match', block];
}
