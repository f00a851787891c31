import type { TextEdit, TextRange } from '@portolan/model';

/** Where the new text of these edits stands afterwards. */
export function writtenRanges(edits: readonly TextEdit[]): readonly TextRange[] {
  let shift = 0;
  return edits.map(({ range, newText }) => {
    const start = range.start + shift;
    shift += newText.length - (range.end - range.start);
    return { start, end: start + newText.length };
  });
}
