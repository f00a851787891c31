import type { TextEdit, TextRange } from '@portolan/model';
import * as monaco from 'monaco-editor/editor/editor.api';
import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices';
import {
  IUndoRedoService,
  type ResourceUndoElement,
} from 'monaco-editor/platform/undoRedo/common/undoRedo';
import { readTextForm } from './exact-text.ts';
import { type EditManner, type EditorStep, joinTyping } from './join-typing.ts';
import { withLineEnding } from './line-endings.ts';
import { MixedText } from './mixed-text.ts';
import { toEditGroups } from './model-changes.ts';
import { diffText } from './text-diff.ts';
import type {
  StepBeside,
  TextChangeCause,
  TextHistory,
  TextListener,
  TextStore,
} from './text-store.ts';

let modelCount = 0;

/**
 * Holds the text in Monaco's text model, and the history on its undo stack. Monaco's model strips a
 * byte order mark and has one line ending for all lines: the mark is kept here, and mixed line
 * endings in a MixedText. So offsets of the model are not always those of the exact text.
 */
export class MonacoTextStore implements TextStore {
  readonly model: monaco.editor.ITextModel;
  readonly #listener: TextListener;
  readonly #readName: (range: TextRange) => string | null;
  readonly #bomLength: number;
  readonly #mixed: MixedText | null;
  readonly #undoRedo = StandaloneServices.get(IUndoRedoService);
  readonly #subscription: monaco.IDisposable;
  #isReplaying = true;
  #writing: readonly TextEdit[] | null = null;

  /**
   * Takes a text over and does its history again, so that none of its steps is lost. `readName` says
   * what a range of the exact text belongs to, for the labels of what the user does in the editor.
   */
  constructor(
    history: TextHistory,
    listener: TextListener,
    readName: (range: TextRange) => string | null,
  ) {
    const { bom, endings } = readTextForm(history.initialText);
    const body = history.initialText.slice(bom.length);
    this.#listener = listener;
    this.#readName = readName;
    this.#bomLength = bom.length;
    this.model = createModel(endings.kind === 'mixed' ? withLineEnding(body, '\n') : body);
    this.#mixed = endings.kind === 'mixed' ? new MixedText(this.model, body, endings.runs) : null;
    this.#subscription = this.model.onDidChangeContent((event) => this.#follow(event));
    for (const step of [...history.past, ...history.future]) {
      if (step.kind === 'text') this.write(step.edits, step.label, step.beside);
      else this.pushBeside(step);
    }
    for (const _ of history.future) this.undo();
    this.#isReplaying = false;
    joinTyping(this.model, this.#undoRedo, (step) => this.#label(step));
  }

  /** Offset in the model for one of the exact text. */
  toModelOffset(exact: number): number {
    const offset = Math.max(0, exact - this.#bomLength);
    return this.#mixed?.toModelOffset(offset) ?? offset;
  }

  /** Offset in the exact text for one of the model. */
  toExactOffset(offset: number): number {
    return (this.#mixed?.toExactOffset(offset) ?? offset) + this.#bomLength;
  }

  write(lists: readonly (readonly TextEdit[])[], label: string, beside?: StepBeside): void {
    this.model.pushStackElement();
    for (const edits of lists) this.#writeEdits(edits);
    const element = this.#undoRedo.getLastElement(this.model.uri);
    if (element !== null) {
      element.label = label;
      if (beside !== undefined) joinBeside(element, beside);
    }
    this.model.pushStackElement();
    this.#hearHistory();
  }

  pushBeside(step: StepBeside): void {
    const andHear = (change: () => void) => () => {
      change();
      this.#hearHistory();
    };
    this.model.pushStackElement();
    this.#undoRedo.pushElement({
      type: 0,
      resource: this.model.uri,
      label: step.label,
      code: 'portolan.beside',
      undo: andHear(step.undo),
      redo: andHear(step.redo),
    });
    this.#hearHistory();
  }

  undo(): void {
    void this.model.undo();
  }

  redo(): void {
    void this.model.redo();
  }

  undoLabel(): string | null {
    return this.#undoRedo.getElements(this.model.uri).past.at(-1)?.label ?? null;
  }

  redoLabel(): string | null {
    return this.#undoRedo.getElements(this.model.uri).future.at(-1)?.label ?? null;
  }

  dispose(): void {
    this.#subscription.dispose();
    const { uri } = this.model;
    this.model.dispose();
    // Monaco keeps the history of a closed model, in case a file of that name is opened again.
    this.#undoRedo.removeElements(uri);
  }

  #writeEdits(edits: readonly TextEdit[]): void {
    const operations = edits.map(({ range, newText }) => ({
      range: monaco.Range.fromPositions(
        this.model.getPositionAt(this.toModelOffset(range.start)),
        this.model.getPositionAt(this.toModelOffset(range.end)),
      ),
      text: newText,
    }));
    this.#writing = edits;
    try {
      this.model.pushEditOperations([], operations, () => null);
    } finally {
      this.#writing = null;
    }
  }

  #follow(event: monaco.editor.IModelContentChangedEvent): void {
    for (const edits of this.#exactEdits(event)) {
      if (!this.#isReplaying) this.#listener.onText(edits, causeOf(event, this.#writing !== null));
    }
  }

  #exactEdits(event: monaco.editor.IModelContentChangedEvent): readonly (readonly TextEdit[])[] {
    const shift = this.#bomLength;
    if (this.#writing !== null) {
      this.#mixed?.followWrite(this.#writing.map((edit) => shiftEdit(edit, -shift)));
      return [this.#writing];
    }
    if (this.#mixed === null) return toEditGroups(event.changes, shift);
    const { before, after } = this.#mixed.followTyping(event);
    return [diffText(before, after).map((edit) => shiftEdit(edit, shift))];
  }

  #label({ element, manner, range }: EditorStep): void {
    const start = this.toExactOffset(range.start);
    const end = this.toExactOffset(range.end);
    const label = labelOf(manner, this.#readName({ start, end }));
    if (element.label === label) return;
    element.label = label;
    this.#hearHistory();
  }

  #hearHistory(): void {
    if (!this.#isReplaying) this.#listener.onHistory();
  }
}

/** What is beside the text goes with the step, whoever asks for it: a key in the editor too. */
function joinBeside(element: ResourceUndoElement, beside: StepBeside): void {
  const { undo, redo } = element;
  element.undo = () => {
    undo.call(element);
    beside.undo();
  };
  element.redo = () => {
    redo.call(element);
    beside.redo();
  };
}

function labelOf(manner: EditManner, name: string | null): string {
  switch (manner) {
    case 'typing':
      return name === null ? 'Typing' : `Typing in ${name}`;
    case 'paste':
      return name === null ? 'Paste' : `Paste into ${name}`;
    case 'cut':
      return name === null ? 'Cut' : `Cut from ${name}`;
    case 'other':
      return `Edit ${name ?? 'the YAML'}`;
  }
}

function createModel(text: string): monaco.editor.ITextModel {
  modelCount += 1;
  const uri = monaco.Uri.from({ scheme: 'portolan', path: `/sketch-${modelCount}.yaml` });
  const model = monaco.editor.createModel(text, 'yaml', uri);
  // Where there is no line end to go by, Monaco takes that of the operating system.
  if (!text.includes('\n')) model.setEOL(monaco.editor.EndOfLineSequence.LF);
  return model;
}

function shiftEdit({ range, newText }: TextEdit, shift: number): TextEdit {
  return { range: { start: range.start + shift, end: range.end + shift }, newText };
}

function causeOf(
  event: monaco.editor.IModelContentChangedEvent,
  isWriting: boolean,
): TextChangeCause {
  if (event.isUndoing) return 'undo';
  if (event.isRedoing) return 'redo';
  return isWriting ? 'command' : 'typing';
}
