import type { Resource } from '../../resources/resource.ts';
import {
  fieldOf,
  isRecord,
  listField,
  recordField,
  textField,
  type ValueRecord,
} from '../../resources/tolerant-value.ts';
import type { Relation } from '../engine/relation.ts';

/** A patch of an EnvoyFilter, as Istio's analyzer looks at it. */
export interface FilterPatch {
  readonly index: number;
  readonly applyTo: string;
  readonly operation: string;
  /** Of the filter that it writes; where it has none, of the filter that it is for. */
  readonly filter: string;
  /** Whether it is for some versions of the proxy only. */
  readonly isVersioned: boolean;
}

/** The patches of an EnvoyFilter, up to one without a patch. */
export function filterPatchesOf({ value }: Resource): readonly FilterPatch[] {
  const patches: FilterPatch[] = [];
  for (const [index, one] of listField(recordField(value, 'spec'), 'configPatches').entries()) {
    if (!isRecord(one) || !isRecord(fieldOf(one, 'patch'))) break;
    const match = recordField(one, 'match');
    patches.push({
      index,
      applyTo: textField(one, 'applyTo') ?? '',
      operation: textField(recordField(one, 'patch'), 'operation') ?? '',
      filter: nameOf(one, match),
      isVersioned: (textField(recordField(match, 'proxy'), 'proxyVersion') ?? '') !== '',
    });
  }
  return patches;
}

function nameOf(one: ValueRecord, match: ValueRecord): string {
  const written = fieldOf(recordField(one, 'patch'), 'value');
  if (!isRecord(written)) return '';
  const own = textField(written, 'name');
  if (own !== null) return `written ${own}`;
  const chain = recordField(recordField(match, 'listener'), 'filterChain');
  return textField(recordField(chain, 'filter'), 'name') ?? '';
}

/** EnvoyFilters by the filters that they patch for some versions of the proxy only. */
export const ENVOY_FILTERS_BY_VERSIONED_FILTER: Relation = {
  name: 'envoy-filters-by-versioned-filter',
  kinds: ['EnvoyFilter.networking.istio.io'],
  keysOf: (resource) =>
    filterPatchesOf(resource)
      .filter(({ isVersioned }) => isVersioned)
      .map(({ filter }) => filter),
};
