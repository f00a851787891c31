import type { TextEdit } from '@portolan/model';

/** The one edit that turns `before` into `after`, without what both begin and end with; empty if they are equal. */
export function diffText(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  const range = { start, end: before.length - tail };
  return [{ range, newText: after.slice(start, after.length - tail) }];
}
