import type { YamlBlock, YamlNode } from '../../documents/yaml-node.ts';
import { nextLineStart } from '../../text/line-index.ts';
import type { TextRange } from '../../text/text-range.ts';
import {
  attachOffset,
  type CollectionPlace,
  type Entry,
  entriesOf,
  lastLeaf,
} from './field-place.ts';
import {
  columnOf,
  commentColumn,
  isBlankLine,
  isFirstOnLine,
  lineStartAt,
  previousLineStart,
} from './source-lines.ts';

/**
 * The lines that belong to an entry: comment lines directly above in its column, its own, and
 * comment lines below that are indented deeper than it.
 */
export interface EntryExtent extends TextRange {
  /** Whether the entry starts its line (`- a: 1` holds a first pair that does not). */
  readonly ownsFirstLine: boolean;
}

/** The block scalar that a node ends with, or null. */
export function lastBlock(node: YamlNode): YamlBlock | null {
  const leaf = lastLeaf(node);
  return leaf.kind === 'scalar' ? leaf.block : null;
}

/** Start of the line after `end`, where a node ends; blank lines that belong to a `|+` included. */
export function lineAfter(text: string, node: YamlNode, end: number): number {
  const block = lastBlock(node);
  if (block?.chomping === 'keep' && block.body.end >= end) {
    return block.body.end;
  }
  return nextLineStart(text, end);
}

/** The extent of `entry`; lines before `floor` belong to something else. */
export function extentOf(text: string, entry: Entry, floor: number): EntryExtent {
  const column = columnOf(text, entry.start);
  const ownsFirstLine = isFirstOnLine(text, entry.start);
  const start = ownsFirstLine
    ? startOfCommentsAbove(text, lineStartAt(text, entry.start), column, floor)
    : entry.start;
  return { start, end: endWithComments(text, entry, column), ownsFirstLine };
}

/** Extends `start` upwards over comment lines in `column` that touch it. */
export function startOfCommentsAbove(
  text: string,
  start: number,
  column: number,
  floor: number,
): number {
  let from = start;
  while (from > floor) {
    const previous = previousLineStart(text, from);
    if (previous < floor || previous >= from || commentColumn(text, previous) !== column) {
      break;
    }
    from = previous;
  }
  return from;
}

function endWithComments(text: string, entry: Entry, column: number): number {
  let end = lineAfter(text, entry.node, entry.end);
  if (lastBlock(entry.node)?.chomping === 'keep') {
    return end;
  }
  for (let line = end; line < text.length; line = nextLineStart(text, line)) {
    if (commentColumn(text, line) > column) {
      end = nextLineStart(text, line);
    } else if (!isBlankLine(text, line)) {
      break;
    }
  }
  return end;
}

/**
 * The first line that can belong to entry `index` of a block collection. What stands above the first
 * field of a document is the document's own.
 */
export function extentFloor(text: string, collection: CollectionPlace, index: number): number {
  const entries = entriesOf(collection.node);
  const entry = entries[index];
  const previous = entries[index - 1];
  if (previous !== undefined) {
    return lineAfter(text, previous.node, previous.end);
  }
  if (entry === undefined) {
    return 0;
  }
  const firstLine = lineStartAt(text, entry.start);
  if (collection.parent === null) {
    return firstLine;
  }
  return Math.min(nextLineStart(text, attachOffset(text, collection.node)), firstLine);
}

/** The extent of entry `index` of a block collection, or undefined where there is no such entry. */
export function blockExtentOf(
  text: string,
  collection: CollectionPlace,
  index: number,
): EntryExtent | undefined {
  const entry = entriesOf(collection.node)[index];
  return entry && extentOf(text, entry, extentFloor(text, collection, index));
}
