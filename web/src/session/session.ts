import type {
  Assumptions,
  EditCommand,
  NodeId,
  PlanResult,
  Point,
  Snapshot,
  TextRange,
} from '@portolan/model';
import type { StoreApi } from 'zustand/vanilla';
import type { Arrangement } from './arrangement/arrangement.ts';
import type { DiagnosisState } from './problems/diagnosing.ts';
import type { Checking } from './requests/checking.ts';
import type { Tracing } from './tracing/tracing.ts';

/** What of an arrangement a step of the history changes. */
export type ArrangementChange = Partial<Omit<Arrangement, 'hiddenNamespaces'>>;

/** What is to be folded. */
export type FoldedParts = Partial<Pick<Arrangement, 'foldedNodes' | 'foldedNamespaces'>>;

/** A step of the history, and what became of it. */
export interface StepTaken {
  readonly kind: 'done' | 'undone' | 'redone';
  /** Such as "Rename cart to basket". */
  readonly label: string;
}

/** What panes read of the open sketch. Replaced as a whole, never mutated. */
export interface SessionState {
  readonly snapshot: Snapshot;
  /**
   * Where the user or the layout put each node. Every node of the topology has an entry; there may
   * be more, for nodes that undo can bring back.
   */
  readonly positions: ReadonlyMap<NodeId, Point>;
  readonly arrangement: Arrangement;
  /** What undo would take back, such as "Rename cart to basket"; null where there is nothing. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  /** The lines that the last canvas action, undo or redo wrote, as offsets of the whole text. */
  readonly written: readonly TextRange[];
  /** How often the whole text gave way to another one, by hand or by undo and redo. */
  readonly replacements: number;
  /** What was done last, but for typing; another object each time. */
  readonly lastStep: StepTaken | null;
}

/** One open sketch: the only writer of its text, with one undo history for text and positions. */
export interface Session {
  readonly store: StoreApi<SessionState>;
  /** What is wrong in the text; follows the snapshot within some frames, once `diagnose` was called. */
  readonly diagnosis: StoreApi<DiagnosisState>;
  /** The request whose way through the text is shown. */
  readonly tracing: Tracing;
  /** What the saved requests meet in the text; follows it once nobody types, after `diagnose`. */
  readonly checking: Checking;
  /** Why nothing can be changed here, in words for the user; null where everything can. */
  readonly readOnlyReason: string | null;
  /**
   * Plans the command on the present snapshot and writes it as one undo step. `place` is where the
   * node that it adds comes to stand; without it a free place is found. Nodes that are there stay.
   */
  dispatch(command: EditCommand, place?: Point): PlanResult;
  /**
   * Plans and writes several commands as one undo step; the first refusal ends it with nothing
   * written. `places` are for what each of them adds, in their order; `beside` is changed with it.
   */
  dispatchAll(
    commands: readonly EditCommand[],
    label: string,
    places?: readonly Point[],
    beside?: ArrangementChange,
  ): PlanResult;
  /** Moves nodes and notes, by their ids, as one undo step. */
  moveNodes(moved: ReadonlyMap<string, Point>, label: string): void;
  /** The same by a key: keys in quick succession that move the same things are one step. */
  nudgeNodes(moved: ReadonlyMap<string, Point>, label: string): void;
  /** Changes the arrangement, and moves nodes where some have to move with it, as one undo step. */
  arrange(change: ArrangementChange, label: string, moved?: ReadonlyMap<NodeId, Point>): void;
  /**
   * Puts the nodes of each namespace in a frame, or takes the frames away, as one undo step. Both
   * ways have places of their own, so that going back and forth loses none.
   */
  toggleGroups(): void;
  /**
   * Folds exactly these nodes, or namespaces, as one undo step; what is left out stays as it is.
   * Folded namespaces are boxes among frames, so frames come with them.
   */
  fold(folded: FoldedParts, label: string): void;
  /** Shows all but these namespaces. That is only how the map is looked at, and no step. */
  hideNamespaces(hidden: readonly string[]): void;
  /** Lays all nodes out anew, as one undo step; with `part`, only these, in their place. */
  tidy(part?: ReadonlySet<NodeId>): void;
  /** Has what is wrong looked for and saved requests sent from now on; a map that is only shown does without. */
  diagnose(): void;
  /** Assumes something else about what the text does not hold, as one undo step. */
  assume(assumptions: Assumptions, label: string): void;
  undo(): void;
  redo(): void;
  /** The exact text, byte for byte what was opened and edited since. */
  text(): string;
  dispose(): void;
}
