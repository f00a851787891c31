import type { Snapshot, TextEdit } from '@portolan/model';
import type { TextChangeCause } from './text-store.ts';

/** Whether the edits are one, of all that there was. What the canvas writes into an empty text is not meant. */
export function isReplaced(
  { documents, starts }: Snapshot,
  edits: readonly TextEdit[],
  cause: TextChangeCause,
): boolean {
  const [edit, second] = edits;
  if (edit === undefined || second !== undefined || cause === 'command') return false;
  const length = starts[documents.length] ?? 0;
  const isWhole = edit.range.start <= 1 && edit.range.end === length;
  return isWhole && (length > 1 || cause === 'typing');
}
