import type { Resource } from '../../../resources/resource.ts';
import { fieldOf, recordField } from '../../../resources/tolerant-value.ts';
import type { Finding, Lookup, ResourceCheck } from '../../engine/check.ts';
import {
  ENVOY_FILTERS_BY_VERSIONED_FILTER,
  type FilterPatch,
  filterPatchesOf,
} from '../../relations/envoy-filters.ts';

/**
 * The patches of an EnvoyFilter: does the operation go with what it is applied to, and does it need
 * another filter to be there already? As Istio's envoyfilter.EnvoyPatchAnalyzer has it.
 */
export const filterPatches: ResourceCheck = {
  name: 'filter-patches',
  codes: ['IST0151', 'IST0152', 'IST0153', 'IST0154', 'IST0155'],
  about: ['EnvoyFilter.networking.istio.io'],
  reads: [ENVOY_FILTERS_BY_VERSIONED_FILTER],
  run: (resource, lookup, report) => {
    const hasPriority = Boolean(fieldOf(recordField(resource.value, 'spec'), 'priority'));
    const patches = filterPatchesOf(resource);
    for (const patch of patches) {
      const wrong = judgeOperation(patch);
      const place = ['spec', 'configPatches', patch.index, 'patch', 'operation'];
      if (wrong !== null) report({ resource, path: place, ...wrong });
      else if (RELATIVE.includes(patch.operation) && !hasPriority)
        report({ resource, path: place, ...judgeRelative(resource, patch, patches, lookup) });
    }
  },
};

type Said = Omit<Finding, 'resource' | 'path'>;

/** What whole routes are added to, or taken from, without an effect. */
const WHOLE: readonly string[] = ['ROUTE_CONFIGURATION', 'HTTP_ROUTE'];
const REPLACEABLE: readonly string[] = ['HTTP_FILTER', 'NETWORK_FILTER', 'VIRTUAL_HOST'];
const RELATIVE: readonly string[] = ['INSERT_BEFORE', 'INSERT_AFTER', 'REMOVE', 'REPLACE'];

function judgeOperation({ operation, applyTo }: FilterPatch): Said | null {
  if (operation === 'ADD' && WHOLE.includes(applyTo))
    return {
      code: 'IST0153',
      message: `Nothing can be added to ${applyTo}, so Istio ignores this patch. Use MERGE, or apply it to what it is really for.`,
      args: [],
    };
  if (operation === 'REMOVE' && WHOLE.includes(applyTo))
    return {
      code: 'IST0154',
      message: `${applyTo} cannot be removed, so Istio ignores this patch. Change it with MERGE instead.`,
      args: [],
    };
  if (operation === 'REPLACE' && !REPLACEABLE.includes(applyTo))
    return {
      code: 'IST0152',
      message: `Only ${REPLACEABLE.join(', ')} can be replaced, so Istio ignores this patch. Use MERGE.`,
      args: [],
    };
  return null;
}

/** It works, as long as what it goes by is there first. */
function judgeRelative(
  resource: Resource,
  { index, filter, operation }: FilterPatch,
  patches: readonly FilterPatch[],
  lookup: Lookup,
): Said {
  const others = lookup
    .find(ENVOY_FILTERS_BY_VERSIONED_FILTER, filter)
    .filter(({ id }) => id !== resource.id);
  const isVersioned =
    others.length > 0 ||
    patches.some((one) => one.isVersioned && one.filter === filter && one.index < index);
  const advice = 'Give the EnvoyFilter a priority, so that it comes after them.';
  if (!isVersioned)
    return {
      code: 'IST0151',
      severity: 'info',
      message: `${operation} goes by filters that other EnvoyFilters may bring later. ${advice}`,
      args: [],
    };
  return {
    code: 'IST0155',
    severity: 'info',
    message: `${operation} goes by filters that other EnvoyFilters may bring later, and this filter is patched for some versions of the proxy only, which an upgrade changes. ${advice}`,
    args: [],
    related: others.slice(0, 20).map(({ id }) => ({
      resource: id,
      path: ['spec', 'configPatches'],
      message: 'patches it for some versions',
    })),
  };
}
