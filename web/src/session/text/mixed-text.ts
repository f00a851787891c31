import { applyTextEdits, type TextEdit } from '@portolan/model';
import type * as monaco from 'monaco-editor/editor/editor.api';
import {
  countTwoUnitEndings,
  type LineEndingRun,
  readLineEndings,
  restoreLineEndings,
  spliceRuns,
} from './line-endings.ts';

type Runs = readonly LineEndingRun[];

/**
 * A text of mixed line endings (without its byte order mark), and a Monaco model of `\n` lines that
 * stands for it. Keeps one list of runs for each state that undo and redo can come back to
 * (`getAlternativeVersionId` names them). An edit costs as much as the text is long; such texts are
 * rare, and this is simple to get right.
 */
export class MixedText {
  readonly #model: monaco.editor.ITextModel;
  readonly #runsOfVersion = new Map<number, Runs>();
  #exact: string;
  #runs: Runs;

  constructor(model: monaco.editor.ITextModel, exact: string, runs: Runs) {
    this.#model = model;
    this.#exact = exact;
    this.#runs = runs;
    this.#remember();
  }

  /** Follows a write whose edits of the exact text are known. */
  followWrite(edits: readonly TextEdit[]): void {
    this.#exact = applyTextEdits(this.#exact, edits);
    const endings = readLineEndings(this.#exact);
    const { length } = this.#exact.split('\n');
    this.#runs =
      endings.kind === 'mixed' ? endings.runs : [{ ending: endings.ending, count: length - 1 }];
    this.#remember();
  }

  /** Follows what the user typed, or undid, in the editor; gives the exact text before and after. */
  followTyping(event: monaco.editor.IModelContentChangedEvent): {
    readonly before: string;
    readonly after: string;
  } {
    const before = this.#exact;
    this.#runs = this.#runsAfter(event);
    this.#exact = restoreLineEndings(this.#model.getValue(), this.#runs);
    this.#remember();
    return { before, after: this.#exact };
  }

  toExactOffset(offset: number): number {
    const { lineNumber } = this.#model.getPositionAt(offset);
    return offset + countTwoUnitEndings(this.#runs, lineNumber - 1);
  }

  toModelOffset(exact: number): number {
    let low = 1;
    let high = this.#model.getLineCount();
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#lineStart(middle) <= exact) low = middle;
      else high = middle - 1;
    }
    const column = 1 + Math.max(0, exact - this.#lineStart(low));
    return this.#model.getOffsetAt(this.#model.validatePosition({ lineNumber: low, column }));
  }

  #lineStart(line: number): number {
    return this.toExactOffset(this.#model.getOffsetAt({ lineNumber: line, column: 1 }));
  }

  #runsAfter(event: monaco.editor.IModelContentChangedEvent): Runs {
    const known = this.#runsOfVersion.get(this.#model.getAlternativeVersionId());
    if ((event.isUndoing || event.isRedoing) && known !== undefined) return known;
    let runs = this.#runs;
    for (const { range, text } of event.changes) {
      const removed = range.endLineNumber - range.startLineNumber;
      runs = spliceRuns(runs, range.startLineNumber - 1, removed, text.split('\n').length - 1);
    }
    return runs;
  }

  #remember(): void {
    this.#runsOfVersion.set(this.#model.getAlternativeVersionId(), this.#runs);
  }
}
