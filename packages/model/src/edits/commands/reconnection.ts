import type { NodeId, TopologyEdge, TopologyNode } from '../../graph/topology.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { ResourceChange } from '../edit-draft.ts';
import type { Result } from '../result.ts';
import type { ConnectOptions } from './connection.ts';

/** What moving an end of an edge writes; no changes where it ends there already. */
export interface Reconnection {
  readonly changes: readonly ResourceChange[];
  readonly reveal: NodeId;
  /** The end of the label that says what was left behind. */
  readonly consequences?: string;
}

/** A way to move one end of one kind of edge to a node of a kind that can be there. */
export type Reconnector<Edge extends TopologyEdge, Node extends TopologyNode> = (
  snapshot: Snapshot,
  edge: Edge,
  node: Node,
  options: ConnectOptions,
) => Result<Reconnection>;
