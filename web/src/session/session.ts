import type { EditCommand, NodeId, PlanResult, Point, Snapshot, TextRange } from '@portolan/model';
import type { StoreApi } from 'zustand/vanilla';

/** What panes read of the open sketch. Replaced as a whole, never mutated. */
export interface SessionState {
  readonly snapshot: Snapshot;
  /** Where the user or the layout put each node. Every node of the topology has an entry. */
  readonly positions: ReadonlyMap<NodeId, Point>;
  /** What undo would take back, such as "Rename cart to basket"; null where there is nothing. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  /** The lines that the last canvas action, undo or redo wrote, as offsets of the whole text. */
  readonly written: readonly TextRange[];
}

/** One open sketch: the only writer of its text, with one undo history for text and positions. */
export interface Session {
  readonly store: StoreApi<SessionState>;
  /** Plans the command on the present snapshot and writes it as one undo step. */
  dispatch(command: EditCommand): PlanResult;
  /** Moves nodes as one undo step. */
  moveNodes(moved: ReadonlyMap<NodeId, Point>, label: string): void;
  undo(): void;
  redo(): void;
  dispose(): void;
}
