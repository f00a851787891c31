import type { TextEdit } from '../../text/text-edit.ts';
import { blockExtentOf, type EntryExtent } from './entry-extent.ts';
import { type CollectionPlace, entriesOf } from './field-place.ts';
import { replacement } from './node-text.ts';
import { columnOf, isLineBreak, withoutLineBreak } from './source-lines.ts';
import type { WritingStyle } from './writing-style.ts';

/**
 * Edits that move an item of a sequence. The items' own text travels verbatim, with its comments;
 * what stands between the items stays.
 */
export function planMove(
  text: string,
  sequence: CollectionPlace,
  from: number,
  to: number,
  style: WritingStyle,
): readonly TextEdit[] {
  const entries = entriesOf(sequence.node);
  const order = entries.map((_, index) => index);
  order.splice(to, 0, ...order.splice(from, 1));
  if (sequence.node.flow) {
    return order.flatMap((source, index) => {
      const slot = entries[index];
      const moved = entries[source];
      return slot === undefined || moved === undefined || source === index
        ? []
        : [replacement(slot.start, slot.end, text.slice(moved.start, moved.end))];
    });
  }
  const column = columnOf(text, entries[0]?.start ?? 0);
  const extents = entries.map((_, index) => blockExtentOf(text, sequence, index));
  return order.flatMap((source, index) => {
    const slot = extents[index];
    const moved = extents[source];
    return slot === undefined || moved === undefined || source === index
      ? []
      : [replacement(slot.start, slot.end, itemFor(text, slot, moved, column, style))];
  });
}

/** Edits that repeat an item's lines below it; null where it has none of its own. */
export function planCopyItem(
  text: string,
  sequence: CollectionPlace,
  index: number,
  style: WritingStyle,
): readonly TextEdit[] | null {
  const extent = sequence.node.flow ? undefined : blockExtentOf(text, sequence, index);
  const dash = entriesOf(sequence.node)[index]?.start;
  if (extent === undefined || dash === undefined) {
    return null;
  }
  const indent = extent.ownsFirstLine ? '' : ' '.repeat(columnOf(text, dash));
  const lines = indent + text.slice(extent.start, extent.end);
  const isEnded = isLineBreak(text, extent.end - 1);
  return [replacement(extent.end, extent.end, isEnded ? lines : style.lineBreak + lines)];
}

function itemFor(
  text: string,
  slot: EntryExtent,
  moved: EntryExtent,
  column: number,
  style: WritingStyle,
): string {
  let item = text.slice(moved.start, moved.end);
  if (!moved.ownsFirstLine) {
    item = ' '.repeat(column) + item;
  }
  if (!isLineBreak(item, item.length - 1)) {
    item += style.lineBreak;
  }
  if (!slot.ownsFirstLine) {
    item = item.slice(column);
  }
  return isLineBreak(text, slot.end - 1)
    ? item
    : item.slice(0, withoutLineBreak(item, item.length));
}
