import type { NodeId } from '../graph/topology.ts';
import type { TextEdit } from '../text/text-edit.ts';

/** What to write for one command. Made for the snapshot's version; on another one it is planned again. */
export interface EditPlan {
  readonly version: number;
  /** What the user did, for the undo list: "Rename cart to basket". */
  readonly label: string;
  /** Offsets are of the whole text; sorted, not overlapping; may be empty (nothing to change). */
  readonly edits: readonly TextEdit[];
  /** Nodes whose id changes, so that their position follows. */
  readonly renamed: readonly { readonly from: NodeId; readonly to: NodeId }[];
  /** The node to select and show afterwards. */
  readonly reveal: NodeId | null;
}

/** A plan, or why it cannot be done in words that the user understands. */
export type PlanResult =
  | { readonly ok: true; readonly plan: EditPlan }
  | { readonly ok: false; readonly reason: string };
