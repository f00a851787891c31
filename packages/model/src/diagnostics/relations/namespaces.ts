import type { Relation } from '../engine/relation.ts';
import { EVERY, WORKLOAD_KINDS } from './pods.ts';

/** Namespaces by name, and all under `*`. */
export const NAMESPACES: Relation = {
  name: 'namespaces',
  kinds: ['Namespace'],
  keysOf: ({ name }) => [name, EVERY],
};

/** What usually is in a namespace, by the namespace. */
export const NAMESPACES_IN_USE: Relation = {
  name: 'namespaces-in-use',
  kinds: ['Service', 'Gateway', ...WORKLOAD_KINDS],
  keysOf: ({ namespace }) => [namespace],
};
