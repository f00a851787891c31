import type { Reference } from './reference.ts';
import type { TopologyEdge, TopologyNode } from './topology.ts';

/** Links of one resource while they are collected. */
export interface LinkDraft {
  readonly edges: TopologyEdge[];
  readonly references: Reference[];
  readonly absent: Map<string, TopologyNode>;
}
