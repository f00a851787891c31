import type { TextEdit } from '@portolan/model';

/** What a step of the undo history takes back and brings again. */
export type HistoryStep =
  | {
      readonly kind: 'text';
      readonly label: string;
      /** Done one list after the other, each relative to the text after the one before. */
      readonly edits: readonly (readonly TextEdit[])[];
      /** Takes the step back, in the same manner. */
      readonly inverse: readonly (readonly TextEdit[])[];
      /** What goes with it, beside the text. */
      readonly beside?: StepBeside | undefined;
    }
  | StepBeside;

/** A step that changes no text: nodes were moved, or something else is assumed. */
export interface StepBeside {
  readonly kind: 'beside';
  readonly label: string;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** All that a text store knows, so that another one can take over. */
export interface TextHistory {
  /** The text before the first step. */
  readonly initialText: string;
  /** Done, oldest first. */
  readonly past: readonly HistoryStep[];
  /** Undone, in the order in which redo brings them back. */
  readonly future: readonly HistoryStep[];
}

/** Who changed the text: an edit of the canvas or a pane, the keyboard in the editor, or the history. */
export type TextChangeCause = 'command' | 'typing' | 'undo' | 'redo';

/** Hears of everything that happens to the text, after it has happened. */
export interface TextListener {
  /** The edits are of the exact text, relative to what it was before. */
  onText(edits: readonly TextEdit[], cause: TextChangeCause): void;
  /** The labels of undo and redo may be other ones now. */
  onHistory(): void;
}

/** Where the text and its one undo history live: first a plain string, then Monaco's text model. */
export interface TextStore {
  /**
   * Writes lists of edits one after the other, each relative to the text after the one before, as
   * one undo step. The listener hears of it before this returns. `beside` has been done already, and
   * is taken back and done again with the step.
   */
  write(edits: readonly (readonly TextEdit[])[], label: string, beside?: StepBeside): void;
  /** Puts a step on the history that has been done already. */
  pushBeside(step: StepBeside): void;
  undo(): void;
  redo(): void;
  /** null where there is nothing to undo. */
  undoLabel(): string | null;
  redoLabel(): string | null;
  dispose(): void;
}
