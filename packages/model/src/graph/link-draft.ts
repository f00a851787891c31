import type { Reference } from './reference.ts';
import type { TopologyNode } from './topology.ts';

/** What goes with the edges of one resource, while it is collected. */
export interface LinkDraft {
  /** Several may have the same id: the last one counts. */
  readonly absent: TopologyNode[];
  /** null where nobody wants them. */
  readonly references: Reference[] | null;
}
