import { findTargetAt } from '../session/target-at.ts';
import { type CanvasTarget, NOTHING_SELECTED, pointAt } from '../view-state/view-state.ts';
import type { EditorParts } from './editor-controller.ts';
import { linesOf } from './lines-of.ts';
import { monaco } from './monaco-setup.ts';
import { findSelectedRanges } from './text-places.ts';

/** The pointer means a line when it rests on it. */
const REST_MILLISECONDS = 100;

/**
 * Marks on the map what the pointer is over in the text, and in the text what it is over on the map.
 * Nothing is scrolled or moved for it; the first change of the text ends the mark on the map.
 */
export function pointBothWays({ editor, text, session, view }: EditorParts): monaco.IDisposable {
  const marked = editor.createDecorationsCollection();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let line = 0;
  const leave = (): void => {
    clearTimeout(timer);
    line = 0;
    pointAt(view, null);
  };
  const look = (): void => {
    const column = text.model.getLineFirstNonWhitespaceColumn(line);
    const offset = text.model.getOffsetAt({ lineNumber: line, column });
    pointAt(view, findTargetAt(session.store.getState().snapshot, text.toExactOffset(offset)));
  };
  const follow = ({ target }: monaco.editor.IEditorMouseEvent): void => {
    const next = isText(target) ? target.position.lineNumber : 0;
    if (next === line) return;
    leave();
    line = next;
    if (line > 0) timer = setTimeout(look, REST_MILLISECONDS);
  };
  const markText = (hovered: CanvasTarget | null): void => {
    const { snapshot } = session.store.getState();
    const ranges = hovered === null ? [] : findSelectedRanges(snapshot, asSelection(hovered));
    marked.set(ranges.map((range) => ({ range: linesOf(text, range), options: MARK })));
  };
  const disposables = [
    editor.onMouseMove(follow),
    editor.onMouseLeave(leave),
    editor.onDidScrollChange(leave),
    editor.onDidChangeModelContent(leave),
  ];
  const end = view.subscribe(({ hovered }, before) => {
    if (hovered !== before.hovered) markText(hovered);
  });
  return {
    dispose: () => {
      leave();
      end();
      for (const disposable of disposables) disposable.dispose();
    },
  };
}

const MARK: monaco.editor.IModelDecorationOptions = {
  isWholeLine: true,
  linesDecorationsClassName: 'pointed-line-bar',
};

function isText(
  target: monaco.editor.IMouseTarget,
): target is monaco.editor.IMouseTargetContentText | monaco.editor.IMouseTargetContentEmpty {
  const { CONTENT_TEXT, CONTENT_EMPTY } = monaco.editor.MouseTargetType;
  return target.type === CONTENT_TEXT || target.type === CONTENT_EMPTY;
}

function asSelection({ kind, id }: CanvasTarget): typeof NOTHING_SELECTED {
  return { ...NOTHING_SELECTED, [`${kind}s`]: [id] };
}
