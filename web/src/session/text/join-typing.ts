import type { TextRange } from '@portolan/model';
import type * as monaco from 'monaco-editor/editor/editor.api';
import type {
  ResourceUndoElement,
  UndoRedoService,
} from 'monaco-editor/platform/undoRedo/common/undoRedo';
import { TYPING_PAUSE_MILLISECONDS } from './typing-pause.ts';

/** What a user did to the text in the editor. */
export type EditManner = 'typing' | 'paste' | 'cut' | 'other';

/** A step of the undo history that the editor wrote to. */
export interface EditorStep {
  readonly element: ResourceUndoElement;
  readonly manner: EditManner;
  /** From the first to the last of what is new; offsets of the model. */
  readonly range: TextRange;
}

/** Keys that mend and indent what is being typed belong to the typing. */
const TYPING_COMMANDS: ReadonlySet<string> = new Set([
  'deleteLeft',
  'deleteRight',
  'deleteWordLeft',
  'deleteWordRight',
  'tab',
]);

/** Why the text changes, as the editor says of all that it does itself (monaco-editor 0.57). */
interface EditReason {
  readonly metadata: {
    readonly kind?: string;
    /** Such as the id of the editor's command. */
    readonly detailedSource?: string | null;
  };
}

/** `ITextModel.pushEditOperations` with the parameters that its public type leaves out. */
type PushEditOperations = (
  before: monaco.Selection[] | null,
  edits: monaco.editor.IIdentifiedSingleEditOperation[],
  place: monaco.editor.ICursorStateComputer,
  group?: unknown,
  reason?: EditReason,
) => monaco.Selection[] | null;

type Cursors = readonly monaco.Selection[];

/** What was typed last, and where that left the cursors. */
interface Burst {
  readonly element: ResourceUndoElement;
  readonly cursors: Cursors;
  readonly at: number;
}

/**
 * Makes one undo step of what is typed in one go; Monaco by itself begins another with each word. A
 * pause, cursors elsewhere and any step in between end it. Each step of the editor is told of after
 * the text has changed.
 */
export function joinTyping(
  model: monaco.editor.ITextModel,
  undoRedo: UndoRedoService,
  onStep: (step: EditorStep) => void,
): void {
  const push: PushEditOperations = model.pushEditOperations.bind(model);
  let burst: Burst | null = null;
  const goesOn = (cursors: Cursors | null): boolean =>
    burst !== null &&
    performance.now() - burst.at < TYPING_PAUSE_MILLISECONDS &&
    undoRedo.getLastElement(model.uri) === burst.element &&
    isSameList(cursors ?? [], burst.cursors);
  const pushAndJoin: PushEditOperations = (before, edits, place, group, reason) => {
    // What the session writes has no reason, and its own labels.
    if (reason === undefined) return push(before, edits, place, group);
    const manner = mannerOf(reason);
    if (manner === 'typing' && goesOn(before)) model.popStackElement();
    else if (manner === 'typing') model.pushStackElement();
    let range: TextRange = { start: 0, end: 0 };
    const placeAndMeasure: monaco.editor.ICursorStateComputer = (inverse) => {
      range = rangeOfAll(model, inverse);
      return place(inverse);
    };
    const after = push(before, edits, placeAndMeasure, group, reason);
    const element = undoRedo.getLastElement(model.uri);
    if (element === null) return after;
    burst = manner === 'typing' ? { element, cursors: after ?? [], at: performance.now() } : null;
    onStep({ element, manner, range });
    return after;
  };
  model.pushEditOperations = pushAndJoin;
}

function mannerOf({ metadata }: EditReason): EditManner {
  switch (metadata.kind) {
    case 'type':
    case 'compositionType':
    case 'compositionEnd':
      return 'typing';
    case 'paste':
    case 'cut':
      return metadata.kind;
    default:
      return TYPING_COMMANDS.has(metadata.detailedSource ?? '') ? 'typing' : 'other';
  }
}

function rangeOfAll(
  model: monaco.editor.ITextModel,
  written: readonly monaco.editor.IValidEditOperation[],
): TextRange {
  const starts = written.map(({ range }) => model.getOffsetAt(range.getStartPosition()));
  const ends = written.map(({ range }) => model.getOffsetAt(range.getEndPosition()));
  return { start: Math.min(...starts), end: Math.max(...ends) };
}

function isSameList(left: Cursors, right: Cursors): boolean {
  return (
    left.length === right.length &&
    left.every((cursor, index) => {
      const other = right[index];
      return other !== undefined && cursor.equalsSelection(other);
    })
  );
}
