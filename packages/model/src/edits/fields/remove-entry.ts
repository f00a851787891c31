import { lineEnd, nextLineStart } from '../../text/line-index.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { type Result, refuse, success } from '../result.ts';
import {
  blockExtentOf,
  type EntryExtent,
  lastBlock,
  lineAfter,
  startOfCommentsAbove,
} from './entry-extent.ts';
import { attachOffset, type CollectionPlace, type Entry, entriesOf } from './field-place.ts';
import { contentEnd, cutLines, isOnIntroLine, replacement } from './node-text.ts';
import {
  columnOf,
  isBlank,
  isBlankLine,
  isFirstOnLine,
  isLineBreak,
  isRestOfLineTrivia,
  lineStartAt,
  previousLineStart,
  skipBlanksLeft,
  withoutLineBreak,
} from './source-lines.ts';

/** Edits that take entry `index` of a collection away, with the comments that belong to it. */
export function planRemove(
  text: string,
  collection: CollectionPlace,
  index: number,
): Result<readonly TextEdit[]> {
  const entries = entriesOf(collection.node);
  const entry = entries[index];
  if (entry === undefined) {
    return refuse('There is no such entry.');
  }
  if (collection.node.flow) {
    return success(removeFromFlow(text, collection, entries, index, entry));
  }
  const extent = blockExtentOf(text, collection, index);
  if (extent === undefined) {
    return refuse('There is no such entry.');
  }
  if (entries.length === 1) {
    return success(leaveEmpty(text, collection, entry, extent));
  }
  if (extent.ownsFirstLine) {
    return success([cutLines(text, extent.start, endWithBlankLines(text, extent))]);
  }
  return success(removeFirst(text, entry, extent, entries[1]));
}

/** Two runs of blank lines that would meet become one. */
function endWithBlankLines(text: string, { start, end }: EntryExtent): number {
  const isBlankAbove = start > 0 && isBlankLine(text, previousLineStart(text, start));
  let line = end;
  while (isBlankAbove && line < text.length && isBlankLine(text, line)) {
    line = nextLineStart(text, line);
  }
  return line;
}

/** The first entry shares its line with a dash: the next one takes its place. */
function removeFirst(
  text: string,
  entry: Entry,
  extent: EntryExtent,
  next: Entry | undefined,
): readonly TextEdit[] {
  if (next !== undefined && !text.slice(extent.end, lineStartAt(text, next.start)).includes('#')) {
    return [replacement(entry.start, next.start, '')];
  }
  const end = withoutLineBreak(text, lineAfter(text, entry.node, entry.end));
  return [replacement(skipBlanksLeft(text, entry.start), end, '')];
}

function leaveEmpty(
  text: string,
  collection: CollectionPlace,
  entry: Entry,
  extent: EntryExtent,
): readonly TextEdit[] {
  const { node } = collection;
  const empty = node.kind === 'mapping' ? '{}' : '[]';
  const end = Math.max(
    lastBlock(entry.node) === null ? entry.end : contentEnd(text, entry.node),
    node.range.end,
  );
  if (collection.parent === null || isOnIntroLine(text, node)) {
    return [replacement(node.contentStart, end, empty)];
  }
  const at = attachOffset(text, node);
  return [replacement(at, at, ` ${empty}`), cutLines(text, extent.start, extent.end)];
}

function removeFromFlow(
  text: string,
  collection: CollectionPlace,
  entries: readonly Entry[],
  index: number,
  entry: Entry,
): readonly TextEdit[] {
  const { node } = collection;
  const next = entries[index + 1];
  const previous = entries[index - 1];
  const comma = findComma(text, entry.end);
  const column = columnOf(text, entry.start);
  const ownsFirstLine = isFirstOnLine(text, entry.start);
  const start = lineStartAt(text, entry.start);
  if (next !== undefined) {
    const ownsLines =
      ownsFirstLine &&
      comma >= 0 &&
      isRestOfLineTrivia(text, comma + 1) &&
      isFirstOnLine(text, next.start);
    if (ownsLines) {
      const floor = previous === undefined ? node.contentStart : previous.end;
      const from = startOfCommentsAbove(text, start, column, floor);
      return [replacement(from, nextLineStart(text, comma), '')];
    }
    const isGap = isOnlyBlank(text, comma + 1, next.start);
    return [replacement(entry.start, isGap ? next.start : comma + 1, '')];
  }
  if (previous === undefined) {
    const empty = node.kind === 'mapping' ? '{}' : '[]';
    return [replacement(node.contentStart, node.range.end, empty)];
  }
  const last = comma >= 0 ? comma + 1 : entry.end;
  const isAlone = ownsFirstLine && isRestOfLineTrivia(text, last);
  const previousComma = findComma(text, previous.end);
  if (isAlone) {
    const floor = nextLineStart(text, previousComma);
    const from = startOfCommentsAbove(text, start, column, floor);
    const cut = replacement(from, nextLineStart(text, last), '');
    return comma >= 0 ? [cut] : [replacement(previousComma, previousComma + 1, ''), cut];
  }
  return [replacement(previous.end, entry.end, '')];
}

/** Offset of the `,` that follows with only spaces, line ends and comments between, or -1. */
export function findComma(text: string, offset: number): number {
  let next = offset;
  while (next < text.length) {
    if (text[next] === ',') {
      return next;
    }
    if (text[next] === '#') {
      next = lineEnd(text, next);
    } else if (isBlank(text, next) || isLineBreak(text, next)) {
      next++;
    } else {
      return -1;
    }
  }
  return -1;
}

function isOnlyBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}
