import type { Reference } from './reference.ts';
import type { TopologyEdge, TopologyNode } from './topology.ts';

/** Links of one resource while they are collected. */
export interface LinkDraft {
  readonly edges: TopologyEdge[];
  /** Several may have the same id: the last one counts. */
  readonly absent: TopologyNode[];
  /** null where nobody wants them. */
  readonly references: Reference[] | null;
}
