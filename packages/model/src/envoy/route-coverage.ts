import type { FieldOrigin } from '../graph/topology.ts';
import type { EffectiveRow, EffectiveTable } from './effective-routes.ts';
import type { Trace } from './trace/trace.ts';

/** How many of the requests that were traced took each row; a row that none took is not there. */
export function coverRoutes(
  tables: readonly EffectiveTable[],
  traces: readonly Trace[],
): ReadonlyMap<EffectiveRow, number> {
  const rowsByKey = new Map<string, EffectiveRow>();
  for (const { workload, routeConfig, virtualHost, rows } of tables)
    for (const row of rows) {
      const [origin = row.route.rule] = row.route.matchedBy;
      rowsByKey.set(keyOf(workload, routeConfig, virtualHost.name, origin), row);
    }
  const taken = new Map<EffectiveRow, number>();
  for (const { workload, routeConfig, virtualHost, steps } of traces) {
    const [origin] = steps.find(({ hop, matched }) => hop === 'route' && matched)?.origins ?? [];
    if (origin === undefined) continue;
    const row = rowsByKey.get(keyOf(workload, routeConfig, virtualHost, origin));
    if (row !== undefined) taken.set(row, (taken.get(row) ?? 0) + 1);
  }
  return taken;
}

function keyOf(
  workload: string | null,
  routeConfig: string | null,
  virtualHost: string | null,
  { resourceId, path }: FieldOrigin,
): string {
  return JSON.stringify([workload, routeConfig, virtualHost, resourceId, path]);
}
