import { pairsOf } from '../../graph/provided-slots.ts';
import type { Labels, Resource } from '../../resources/resource.ts';
import { fieldOf, findLabels, recordField } from '../../resources/tolerant-value.ts';
import type { Relation } from '../engine/relation.ts';

/** Telemetries for whole namespaces, by namespace; the others by `namespace` and the first pair of their selector. */
export const TELEMETRIES: Relation = {
  name: 'telemetries',
  kinds: ['Telemetry.telemetry.istio.io'],
  keysOf: (resource) => {
    if (hasTarget(resource)) return [];
    const [first] = pairsOf(telemetrySelectorOf(resource) ?? {});
    return [first === undefined ? resource.namespace : `${resource.namespace} ${first}`];
  },
};

/** The labels of the pods that a Telemetry is for; null: all of its namespace. */
export function telemetrySelectorOf({ value }: Resource): Labels | null {
  return findLabels(recordField(recordField(value, 'spec'), 'selector'), 'matchLabels');
}

/** Whether the Telemetry names what it is for, instead of selecting pods. */
export function hasTarget({ value }: Resource): boolean {
  const spec = recordField(value, 'spec');
  return ['targetRef', 'targetRefs'].some((field) => fieldOf(spec, field) !== undefined);
}
