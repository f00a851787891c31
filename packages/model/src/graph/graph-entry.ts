import type { Resource } from '../resources/resource.ts';
import type { Reference } from './reference.ts';
import type { NodeId, TopologyEdge, TopologyNode } from './topology.ts';

/** A resource of the graph's text, and what the graph made of it. Belongs to one graph, which changes it. */
export interface GraphEntry {
  resource: Resource;
  /** Grows along the text; says nothing else. */
  order: number;
  /** What other resources find it by; see graph-keys.ts. */
  provides: readonly string[];
  /** What it was linked by: when one of these keys changes hands, it is linked again. */
  needs: readonly string[];
  links: Links;
  /** Missing nodes that stand behind this resource in the topology: it is the first that names them. */
  adopted: readonly TopologyNode[];
  /** Where its nodes and edges lie in the topology's arrays. */
  nodeAt: number;
  nodeCount: number;
  edgeAt: number;
  edgeCount: number;
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

/** Links, and what only those see who ask for it: kept for every resource it would fill the memory. */
export interface LinkedResource extends Links {
  readonly references: readonly Reference[];
}

/** Of a resource that has no part in the topology. */
export const NO_LINKS: LinkedResource = Object.freeze({
  node: null,
  edges: Object.freeze([]),
  references: Object.freeze([]),
  absent: new Map(),
  exposedBy: Object.freeze([]),
});
