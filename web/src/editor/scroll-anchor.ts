import type { monaco } from './monaco-setup.ts';

/**
 * Keeps the text still on screen while lines above it come and go: Monaco keeps the scroll position
 * in pixels, so that the text would jump.
 */
export class ScrollAnchor {
  readonly #editor: monaco.editor.IStandaloneCodeEditor;
  readonly #line: monaco.editor.IEditorDecorationsCollection;
  /** How far the anchor line's top is above the top of the view. */
  #offset = 0;

  constructor(editor: monaco.editor.IStandaloneCodeEditor) {
    this.#editor = editor;
    this.#line = editor.createDecorationsCollection();
    this.remember();
  }

  /** Notes which line is at the top of the view; it is followed through edits. */
  remember(): void {
    const [visible] = this.#editor.getVisibleRanges();
    if (visible === undefined) return;
    const line = visible.startLineNumber;
    const range = { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 };
    this.#line.set([{ range, options: { description: 'scroll anchor' } as object }]);
    this.#offset = this.#editor.getScrollTop() - this.#editor.getTopForLineNumber(line);
  }

  /** Brings the noted line back to where it was in the view. */
  restore(): void {
    const range = this.#line.getRange(0);
    if (range === null || this.#editor.getScrollTop() === 0) {
      this.remember();
      return;
    }
    const top = this.#editor.getTopForLineNumber(range.startLineNumber) + this.#offset;
    this.#editor.setScrollTop(top);
    this.remember();
  }
}
