import type { TextRange } from './text-range.ts';

/**
 * Replaces `range` by `newText`. In a list, edits are sorted by start, do not overlap, and all
 * ranges speak of the text before any of them is applied.
 */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** The text after all edits. Every character outside their ranges stays as it is. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let copied = 0;
  for (const { range, newText } of edits) {
    result += text.slice(copied, range.start) + newText;
    copied = range.end;
  }
  return result + text.slice(copied);
}

/**
 * The edits that turn `applyTextEdits(text, edits)` back into `text`. Their ranges speak of the
 * edited text.
 */
export function invertTextEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return edits.map(({ range, newText }) => {
    const start = range.start + shift;
    shift += newText.length - (range.end - range.start);
    return {
      range: { start, end: start + newText.length },
      newText: text.slice(range.start, range.end),
    };
  });
}
