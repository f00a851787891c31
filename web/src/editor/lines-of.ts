import type { TextRange } from '@portolan/model';
import type { MonacoTextStore } from '../session/text/monaco-text-store.ts';
import { monaco } from './monaco-setup.ts';

/** The lines of a range of the exact text; without the line that it only ends before. */
export function linesOf(text: MonacoTextStore, { start, end }: TextRange): monaco.Range {
  const from = text.model.getPositionAt(text.toModelOffset(start));
  const to = text.model.getPositionAt(text.toModelOffset(end));
  const endsBefore = to.column === 1 && to.lineNumber > from.lineNumber;
  return new monaco.Range(from.lineNumber, 1, to.lineNumber - (endsBefore ? 1 : 0), 1);
}
