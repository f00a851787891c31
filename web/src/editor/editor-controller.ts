import type { TextRange } from '@portolan/model';
import type { Session, SessionState } from '../session/session.ts';
import { findTargetAt } from '../session/target-at.ts';
import type { MonacoTextStore } from '../session/text/monaco-text-store.ts';
import type { TracingState } from '../session/tracing/tracing.ts';
import {
  requestReveal,
  type Selection,
  type SelectionOrigin,
  select,
  type TextRequest,
  type ViewStore,
} from '../view-state/view-state.ts';
import { installAssist } from './assist/install-assist.ts';
import { colourBeforeEnter } from './colour-before-enter.ts';
import { escapeThenTab } from './escape-then-tab.ts';
import { foldDocuments } from './fold-documents.ts';
import { linesOf } from './lines-of.ts';
import { monaco } from './monaco-setup.ts';
import { pointBothWays } from './point-both-ways.ts';
import { showProblems } from './problem-markers.ts';
import { ScrollAnchor } from './scroll-anchor.ts';
import { findSelectedRanges, findTracedRanges } from './text-places.ts';

/** How long the lines that a canvas action wrote are marked. */
const FLASH_MILLISECONDS = 1500;
/** The canvas follows the text cursor when it rests. */
const REST_MILLISECONDS = 120;

/** Who moves the cursor where the user goes to a definition or to something by its name: Monaco's word. */
const JUMP = 'code.jump';

/** What the controller joins. */
export interface EditorParts {
  readonly editor: monaco.editor.IStandaloneCodeEditor;
  readonly text: MonacoTextStore;
  readonly session: Session;
  readonly view: ViewStore;
}

/**
 * Keeps the editor and the rest of the app in step: selection both ways, the flash of written
 * lines, problems, requests to show a place, and the cursor of the status line.
 */
export class EditorController {
  readonly #parts: EditorParts;
  readonly #anchor: ScrollAnchor;
  readonly #selected: monaco.editor.IEditorDecorationsCollection;
  readonly #written: monaco.editor.IEditorDecorationsCollection;
  readonly #traced: monaco.editor.IEditorDecorationsCollection;
  readonly #endings: (() => void)[] = [];
  #flashTimer: ReturnType<typeof setTimeout> | undefined;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  /** The user has put the text to where it is; a canvas action does not scroll it away. */
  #isPlacedByUser = false;
  #replacements = 0;
  #isSettling = false;
  #isDisposed = false;

  constructor(parts: EditorParts) {
    const { editor, session, view } = parts;
    this.#parts = parts;
    this.#anchor = new ScrollAnchor(editor);
    this.#selected = editor.createDecorationsCollection();
    this.#written = editor.createDecorationsCollection();
    this.#traced = editor.createDecorationsCollection();
    this.#endings.push(
      session.store.subscribe((state, before) => this.#followSession(state, before)),
      session.diagnosis.subscribe((state) => showProblems(parts.text, state)),
      session.tracing.store.subscribe((state) => this.#followTrace(state)),
      view.subscribe((state, before) => {
        if (state.selection !== before.selection) this.#followSelection(state.selection);
        if (state.textRequest !== before.textRequest) this.#followRequest(state.textRequest);
      }),
    );
    this.#listen();
    showProblems(parts.text, session.diagnosis.getState());
    this.#followTrace(session.tracing.store.getState());
    this.#followSelection(view.getState().selection);
    this.#followRequest(view.getState().textRequest);
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#flashTimer);
    clearTimeout(this.#restTimer);
    for (const end of this.#endings) end();
  }

  #listen(): void {
    const { editor, session, view } = this.#parts;
    const disposables = [
      editor.onDidChangeCursorPosition((event) => {
        const { lineNumber, column } = event.position;
        view.setState({ cursor: { line: lineNumber, column } });
        // The list that somebody jumps from gives the focus back only afterwards.
        const isJump = event.source === JUMP;
        if (!editor.hasTextFocus() && !isJump) return;
        this.#isPlacedByUser = true;
        clearTimeout(this.#restTimer);
        // Typing selects what is typed in, but moves nothing on the canvas.
        const { Explicit, Paste } = monaco.editor.CursorChangeReason;
        const isMoved = isJump || event.reason === Explicit || event.reason === Paste;
        this.#restTimer = setTimeout(() => this.#followCursor(isMoved), REST_MILLISECONDS);
      }),
      editor.onDidFocusEditorText(() => view.setState({ isTyping: true })),
      editor.onDidBlurEditorText(() => view.setState({ isTyping: false })),
      editor.onDidScrollChange((event) => {
        if (event.scrollTopChanged && !this.#isSettling) this.#anchor.remember();
      }),
      editor.onDidChangeModelContent(() => this.#settle()),
      colourBeforeEnter(editor),
      escapeThenTab(editor),
      foldDocuments(editor, session),
      installAssist(this.#parts),
      pointBothWays(this.#parts),
    ];
    const dom = editor.getDomNode();
    const onWheel = () => {
      this.#isPlacedByUser = true;
    };
    dom?.addEventListener('wheel', onWheel, { passive: true });
    this.#endings.push(() => {
      for (const disposable of disposables) disposable.dispose();
      dom?.removeEventListener('wheel', onWheel);
    });
  }

  /** Keeps the text still where somebody else than the user in the editor wrote. */
  #settle(): void {
    if (this.#isSettling) return;
    this.#isSettling = true;
    // The session hears of the change in the same turn, maybe after the editor.
    queueMicrotask(() => {
      this.#isSettling = false;
      if (this.#isDisposed) return;
      const { editor, session } = this.#parts;
      const isFromElsewhere = session.store.getState().written.length > 0;
      if (isFromElsewhere && !editor.hasTextFocus()) this.#anchor.restore();
      else this.#anchor.remember();
    });
  }

  #followSession(state: SessionState, before: SessionState): void {
    if (state.written === before.written) return;
    if (state.written.length > 0) this.#flash(state.written);
    else if (state.snapshot !== before.snapshot) {
      clearTimeout(this.#flashTimer);
      this.#written.clear();
    }
  }

  #flash(ranges: readonly TextRange[]): void {
    const lines = ranges.map((range) => this.#toLines(range));
    const { keepsWritten } = this.#parts.view.getState().habits;
    this.#markWritten(lines, keepsWritten ? 'kept-line' : 'written-line');
    clearTimeout(this.#flashTimer);
    if (!keepsWritten) {
      // What is left of the flash until the next change: a bar beside the lines.
      this.#flashTimer = setTimeout(() => this.#markWritten(lines), FLASH_MILLISECONDS);
    }
    if (!this.#isPlacedByUser) this.#reveal(lines);
  }

  #markWritten(lines: readonly monaco.Range[], className?: string): void {
    const options = {
      isWholeLine: true,
      marginClassName: 'written-bar',
      ...(className === undefined ? {} : { className }),
    };
    this.#written.set(lines.map((range) => ({ range, options })));
  }

  #followSelection(selection: Selection): void {
    const { session } = this.#parts;
    // What was chosen elsewhere counts, and not where the cursor came to rest before.
    if (selection.origin !== 'editor') clearTimeout(this.#restTimer);
    const ranges = findSelectedRanges(session.store.getState().snapshot, selection);
    const lines = ranges.map((range) => this.#toLines(range));
    const options = decorationOf(selection.origin);
    this.#selected.set(lines.map((range) => ({ range, options })));
    if (selection.origin === 'editor' || selection.origin === 'command') return;
    if (lines.length > 0) this.#isPlacedByUser = false;
    this.#reveal(lines);
  }

  /** Marks the lines that decided; those of the step that is looked at come into view when it rests. */
  #followTrace(state: TracingState): void {
    const ranges = findTracedRanges(state);
    const toMark = (className: string) => (range: TextRange) => ({
      range: this.#toLines(range),
      options: { isWholeLine: true, className },
    });
    this.#traced.set([
      ...ranges.before.map(toMark('traced-line')),
      ...ranges.now.map(toMark(ranges.isEnd ? 'traced-line-end' : 'traced-line-now')),
    ]);
    if (!state.isPlaying && !this.#parts.editor.hasTextFocus())
      this.#reveal(ranges.now.map((range) => this.#toLines(range)));
  }

  #followRequest(request: TextRequest | null): void {
    if (request === null) return;
    const { editor } = this.#parts;
    const lines = this.#toLines(request);
    const start = this.#toPosition(request.start);
    this.#reveal([lines]);
    editor.setPosition(start);
    if (request.focus) editor.focus();
  }

  /** Selects what the cursor stands in; `isMoved`: and brings it into view if it is not. */
  #followCursor(isMoved: boolean): void {
    const { editor, text, session, view } = this.#parts;
    if (!view.getState().habits.followsCursor) return;
    const { replacements } = session.store.getState();
    // To a text that is all new the canvas has found its own view.
    const isNewText = replacements !== this.#replacements;
    this.#replacements = replacements;
    const position = editor.getPosition();
    if (position === null || !editor.hasTextFocus()) return;
    const offset = text.toExactOffset(text.model.getOffsetAt(position));
    const target = findTargetAt(session.store.getState().snapshot, offset);
    const { selection } = view.getState();
    if (target === null) {
      if (selection.origin === 'editor') select(view, {}, 'editor');
      return;
    }
    const isSelected =
      target.kind === 'node'
        ? selection.nodes.length === 1 && selection.nodes[0] === target.id
        : selection.edges.length === 1 && selection.edges[0] === target.id;
    if (isSelected) return;
    select(
      view,
      target.kind === 'node' ? { nodes: [target.id] } : { edges: [target.id] },
      'editor',
    );
    if (isMoved && !isNewText) requestReveal(view, target);
  }

  #reveal(lines: readonly monaco.Range[]): void {
    const [first] = lines;
    if (first === undefined) return;
    const { editor } = this.#parts;
    const isSeen = editor
      .getVisibleRanges()
      .some((seen) => lines.some((range) => isWithin(range.startLineNumber, seen)));
    if (isSeen) return;
    editor.revealLineNearTop(first.startLineNumber, motion());
  }

  #toLines(range: TextRange): monaco.Range {
    return linesOf(this.#parts.text, range);
  }

  #toPosition(offset: number): monaco.Position {
    const { text } = this.#parts;
    return text.model.getPositionAt(text.toModelOffset(offset));
  }
}

function isWithin(line: number, range: monaco.IRange): boolean {
  return line >= range.startLineNumber && line <= range.endLineNumber;
}

function motion(): monaco.editor.ScrollType {
  const isReduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return isReduced ? monaco.editor.ScrollType.Immediate : monaco.editor.ScrollType.Smooth;
}

/** Lines that were selected elsewhere stand out; those that the cursor is in have only a bar at their side. */
function decorationOf(origin: SelectionOrigin): monaco.editor.IModelDecorationOptions {
  return {
    isWholeLine: true,
    linesDecorationsClassName: 'selected-line-bar',
    ...(origin === 'editor' ? {} : { className: 'selected-line' }),
  };
}
