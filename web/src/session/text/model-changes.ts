import type { TextEdit } from '@portolan/model';

/** One change as Monaco reports it: those of an event are to be applied one after the other. */
export interface ModelChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * The changes of one event as lists of edits, each list relative to the text after the one before.
 * Nearly always one list: Monaco reports the changes of one operation from the last to the first.
 */
export function toEditGroups(
  changes: readonly ModelChange[],
  shift: number,
): readonly (readonly TextEdit[])[] {
  const groups: TextEdit[][] = [];
  for (const { rangeOffset, rangeLength, text } of changes) {
    const start = rangeOffset + shift;
    const edit: TextEdit = { range: { start, end: start + rangeLength }, newText: text };
    const group = groups.at(-1);
    const next = group?.[0];
    // Two insertions at one place are not relative to the same text: the later one comes to stand first.
    if (group !== undefined && next !== undefined && edit.range.end < next.range.start) {
      group.unshift(edit);
    } else {
      groups.push([edit]);
    }
  }
  return groups;
}
