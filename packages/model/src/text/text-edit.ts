import type { TextRange } from './text-range.ts';

/**
 * Replaces `range` by `newText`. In a list, edits are sorted by start, do not overlap, and all
 * ranges speak of the text before any of them is applied.
 */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}
