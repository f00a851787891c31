import { matchesSelector } from '../../../resources/match-selector.ts';
import type { Labels, Resource } from '../../../resources/resource.ts';
import { labelsField, recordField } from '../../../resources/tolerant-value.ts';
import { groupBy, type World } from '../world/world.ts';

const known = new WeakMap<World, ReadonlyMap<string, readonly Resource[]>>();

/**
 * The WorkloadEntries of a namespace that have all these labels, in their spec or their metadata:
 * machines outside of the cluster, which Services and ServiceEntries select as they select pods
 * (`convertWorkloadEntry`).
 */
export function findMachines(world: World, namespace: string, labels: Labels): readonly Resource[] {
  const all = known.get(world) ?? groupBy(machinesOf(world), (one) => [one.namespace]);
  known.set(world, all);
  return (all.get(namespace) ?? []).filter((one) =>
    matchesSelector(labels, {
      ...labelsField(recordField(one.value, 'spec'), 'labels'),
      ...one.labels,
    }),
  );
}

function machinesOf(world: World): readonly Resource[] {
  return [...world.byId.values()].filter(
    ({ kind, group }) => kind === 'WorkloadEntry' && group === 'networking.istio.io',
  );
}
