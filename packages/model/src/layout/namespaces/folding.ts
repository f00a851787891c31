import type { NodeId, TopologyNode } from '../../graph/topology.ts';
import { measureFolded, measureNode } from '../measure-node.ts';
import type { Measure } from '../node-geometry.ts';

/** What is not shown in full. */
export interface Folding {
  /** Nodes that show their header alone. */
  readonly nodes: ReadonlySet<NodeId>;
  /** Namespaces that are one box each, without their nodes. */
  readonly namespaces: ReadonlySet<string>;
}

/** Everything is shown in full. */
export const NOTHING_FOLDED: Folding = { nodes: new Set(), namespaces: new Set() };

/** How large nodes are where these are folded. */
export function measureWith({ nodes }: Folding): Measure {
  if (nodes.size === 0) return measureNode;
  return (node: TopologyNode) => (nodes.has(node.id) ? measureFolded(node) : measureNode(node));
}
