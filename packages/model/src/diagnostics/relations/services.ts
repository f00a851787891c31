import { pairsOf } from '../../graph/provided-slots.ts';
import type { Relation } from '../engine/relation.ts';

/** Services by namespace. */
export const SERVICES: Relation = {
  name: 'services',
  kinds: ['Service'],
  keysOf: ({ namespace }) => [namespace],
};

/** Services by the first pair of their selector: `namespace key=value`; those without one by `namespace`. */
export const SERVICES_BY_SELECTOR: Relation = {
  name: 'services-by-selector',
  kinds: ['Service'],
  keysOf: ({ namespace, details }) => {
    if (details.type !== 'Service') return [];
    const [first] = details.selector === null ? [] : pairsOf(details.selector);
    return [first === undefined ? namespace : `${namespace} ${first}`];
  },
};
