import type { TextEdit } from './text-edit.ts';

/**
 * Where an offset of the old text lies after the edits. An offset inside a replaced range goes to
 * the end of what replaces it, or to its start with `side` 'before'; one at an insertion stays in
 * front of the new text with `side` 'before' and goes behind it with 'after'.
 */
export function mapOffset(
  offset: number,
  edits: readonly TextEdit[],
  side: 'before' | 'after' = 'after',
): number {
  let shift = 0;
  for (const { range, newText } of edits) {
    if (offset < range.start) break;
    const inside = offset < range.end || (offset === range.start && range.start === range.end);
    if (inside) return range.start + shift + (side === 'after' ? newText.length : 0);
    shift += newText.length - (range.end - range.start);
  }
  return offset + shift;
}
