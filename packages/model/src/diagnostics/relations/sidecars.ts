import { pairsOf } from '../../graph/provided-slots.ts';
import type { Labels, Resource } from '../../resources/resource.ts';
import { findLabels, recordField } from '../../resources/tolerant-value.ts';
import type { Relation } from '../engine/relation.ts';

/** Sidecars by the first pair of their selector: `namespace key=value`; those without one by `namespace`. */
export const SIDECARS_BY_SELECTOR: Relation = {
  name: 'sidecars-by-selector',
  kinds: ['Sidecar.networking.istio.io'],
  keysOf: (resource) => {
    const [first] = pairsOf(sidecarSelectorOf(resource) ?? {});
    return [first === undefined ? resource.namespace : `${resource.namespace} ${first}`];
  },
};

/** The labels of the pods that a Sidecar is for; null: all of its namespace. */
export function sidecarSelectorOf({ value }: Resource): Labels | null {
  return findLabels(recordField(recordField(value, 'spec'), 'workloadSelector'), 'labels');
}
