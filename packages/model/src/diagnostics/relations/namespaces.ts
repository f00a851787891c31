import type { Relation } from '../engine/relation.ts';
import { EVERY } from './pods.ts';

/** Namespaces by name, and all under `*`. */
export const NAMESPACES: Relation = {
  name: 'namespaces',
  kinds: ['Namespace'],
  keysOf: ({ name }) => [name, EVERY],
};
