import type { Resource } from '../resources/resource.ts';
import type { Slot } from './slot.ts';
import type { NodeId, TopologyEdge, TopologyNode } from './topology.ts';

/** A resource of the graph's text, and what the graph made of it. Belongs to one graph, which changes it. */
export interface GraphEntry {
  resource: Resource;
  /** Its place in the text: entry `at` of the block. */
  block: EntryBlock;
  at: number;
  /** Of its id. */
  readonly id: Slot;
  /** Where other resources find it, if it is the one that counts for its id. */
  provides: readonly Slot[];
  /** Where it looked for what it is linked to. */
  needs: readonly Slot[];
  links: Links;
  /** Missing nodes that stand behind this resource in the topology: it is the first that names them. */
  adopted: readonly TopologyNode[];
  /** A list of this entry only. */
  alone: readonly GraphEntry[];
}

/** Entries in a row, and their nodes and edges, so that a change puts together one block and not all. */
export interface EntryBlock {
  readonly entries: readonly GraphEntry[];
  /** Index among the graph's blocks. */
  place: number;
  nodes: readonly TopologyNode[];
  edges: readonly TopologyEdge[];
}

/** What follows for one resource from the resources around it. */
export interface Links {
  readonly node: TopologyNode | null;
  readonly edges: readonly TopologyEdge[];
  /** Nodes for what its edges lead to and that is not in the text. */
  readonly absent: ReadonlyMap<NodeId, TopologyNode>;
  /** Of a Gateway: ids of the Services in front of its workloads. */
  readonly exposedBy: readonly string[];
}

/** Of a resource that has no part in the topology. */
export const NO_LINKS: Links = Object.freeze({
  node: null,
  edges: Object.freeze([]),
  absent: new Map(),
  exposedBy: Object.freeze([]),
});

/** Of a resource that is a node and leads nowhere. */
export function linksOfNode(node: TopologyNode): Links {
  const { edges, absent, exposedBy } = NO_LINKS;
  return { node, edges, absent, exposedBy };
}

/** Whether one entry stands before (negative) or behind the other in the text. */
export function compareEntries(one: GraphEntry, other: GraphEntry): number {
  return one.block.place - other.block.place || one.at - other.at;
}

/** The entries in text order. */
export function inTextOrder(entries: Iterable<GraphEntry>): readonly GraphEntry[] {
  return [...entries].sort(compareEntries);
}
