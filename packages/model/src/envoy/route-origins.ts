import type { FieldOrigin } from '../graph/topology.ts';
import type { EnvoyRoute } from './route-config.ts';

/** All that a route is made of: its match blocks, the http route, and the one that delegates to it. */
export function routeOrigins({ matchedBy, rule, delegatedBy }: EnvoyRoute): readonly FieldOrigin[] {
  return [...matchedBy, rule, ...(delegatedBy === null ? [] : [delegatedBy])];
}
