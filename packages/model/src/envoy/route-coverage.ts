import type { FieldOrigin } from '../graph/topology.ts';
import type { EffectiveRow, EffectiveTable } from './effective-routes.ts';
import { routeOrigins } from './route-origins.ts';
import type { Trace } from './trace/trace.ts';

/** How many of the requests that were traced took each row; a row that none took is not there. */
export function coverRoutes(
  tables: readonly EffectiveTable[],
  traces: readonly Trace[],
): ReadonlyMap<EffectiveRow, number> {
  const rowsByKey = new Map<string, EffectiveRow>();
  for (const { workload, routeConfig, virtualHost, rows } of tables)
    for (const row of rows)
      rowsByKey.set(keyOf(workload, routeConfig, virtualHost.name, routeOrigins(row.route)), row);
  const counts = new Map<EffectiveRow, number>();
  for (const { workload, routeConfig, virtualHost, steps } of traces) {
    const taken = steps.find(({ hop, matched }) => hop === 'route' && matched);
    if (taken === undefined) continue;
    const row = rowsByKey.get(keyOf(workload, routeConfig, virtualHost, taken.origins));
    if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return counts;
}

function keyOf(
  workload: string | null,
  routeConfig: string | null,
  virtualHost: string | null,
  origins: readonly FieldOrigin[],
): string {
  const places = origins.map(({ resourceId, path }) => [resourceId, ...path]);
  return JSON.stringify([workload, routeConfig, virtualHost, places]);
}
