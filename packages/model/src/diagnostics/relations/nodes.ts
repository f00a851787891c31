import type { Relation } from '../engine/relation.ts';

/** Nodes of the cluster by name. */
export const NODES_BY_NAME: Relation = {
  name: 'nodes-by-name',
  kinds: ['Node'],
  keysOf: ({ name }) => [name],
};
