import type { YamlNode } from '../../documents/yaml-node.ts';
import { lineEnd } from '../../text/line-index.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { FieldValue } from '../edit-command.ts';
import { blockExtentOf } from './entry-extent.ts';
import { type CollectionPlace, type Entry, entriesOf } from './field-place.ts';
import { withPaddingAround } from './flow-padding.ts';
import {
  formatField,
  formatInline,
  formatItem,
  formatJson,
  formatScalarLike,
  itemLike,
  joinLines,
} from './format-value.ts';
import { replacement } from './node-text.ts';
import { findComma } from './remove-entry.ts';
import { columnOf, isFirstOnLine, isLineBreak, lineStartAt } from './source-lines.ts';
import { styleAround, type WritingStyle } from './writing-style.ts';

/** A new item (`key` null) or field of a collection, to stand before entry `index`. */
export interface NewEntry {
  readonly key: string | null;
  readonly value: FieldValue;
  readonly index: number;
  /** The item as it is written elsewhere; used in block sequences. */
  readonly lines?: readonly string[] | undefined;
}

/** Edits that put a new entry into a collection that is not empty. */
export function planInsert(
  text: string,
  collection: CollectionPlace,
  entry: NewEntry,
  givenStyle: WritingStyle,
): readonly TextEdit[] {
  const like = likeFor(collection, entry);
  const style = styleAround(
    text,
    collection,
    withPaddingAround(text, collection, like, givenStyle),
  );
  return collection.node.flow
    ? insertIntoFlow(text, collection, entry, style, like)
    : insertIntoBlock(text, collection, entry, style, like);
}

/** What the new entry should look like: the last item; or the same field of the item before. */
function likeFor(collection: CollectionPlace, { key }: NewEntry): YamlNode | null {
  if (key === null) {
    return itemLike(collection.node);
  }
  const siblings = collection.parent?.node;
  for (const sibling of siblings?.kind === 'sequence' ? siblings.items : []) {
    const field =
      sibling.node.kind === 'mapping' && sibling.node.pairs.find(({ name }) => name === key);
    if (field) {
      return field.value;
    }
  }
  return null;
}

function insertIntoBlock(
  text: string,
  collection: CollectionPlace,
  { key, value, index, lines: written }: NewEntry,
  style: WritingStyle,
  like: YamlNode | null,
): readonly TextEdit[] {
  const entries = entriesOf(collection.node);
  const [first] = entries;
  const next = entries[index];
  const column = first === undefined ? 0 : columnOf(text, first.start);
  const lines =
    key === null
      ? (written ?? spacedItem(text, entries, formatItem(value, style, like)))
      : formatField(key, value, style, like);
  const extent = blockExtentOf(text, collection, next === undefined ? entries.length - 1 : index);
  if (extent === undefined) {
    return [];
  }
  if (next === undefined) {
    const { end } = extent;
    const newText = joinLines(lines, column, style);
    const isEnded = end > 0 && isLineBreak(text, end - 1);
    return [replacement(end, end, isEnded ? newText + style.lineBreak : style.lineBreak + newText)];
  }
  if (extent.ownsFirstLine) {
    const at = extent.start;
    return [replacement(at, at, joinLines(lines, column, style) + style.lineBreak)];
  }
  // The first entry shares its line with a dash, which the new one takes over.
  const inPlace = joinLines(lines, column, style, true);
  return [replacement(next.start, next.start, inPlace + style.lineBreak + ' '.repeat(column))];
}

/** `-   value` where the other items have more than one space after the dash. */
function spacedItem(
  text: string,
  entries: readonly Entry[],
  lines: readonly string[],
): readonly string[] {
  const last = entries.at(-1);
  const gap = last === undefined ? 1 : last.node.contentStart - last.start - 1;
  const isSpaced =
    last !== undefined &&
    gap > 1 &&
    gap <= 8 &&
    !text.slice(last.start, last.node.contentStart).includes('\n') &&
    last.node.anchor === null &&
    last.node.tag === null;
  if (!isSpaced) {
    return lines;
  }
  const spaces = ' '.repeat(gap - 1);
  return lines.map((line, index) =>
    index === 0 ? `- ${spaces}${line.slice(2)}` : line === '' ? '' : spaces + line,
  );
}

function insertIntoFlow(
  text: string,
  collection: CollectionPlace,
  { key, value, index }: NewEntry,
  style: WritingStyle,
  like: YamlNode | null,
): readonly TextEdit[] {
  const { node } = collection;
  const entries = entriesOf(node);
  const neighbour = entries[index] ?? entries.at(-1);
  if (neighbour === undefined) {
    return [];
  }
  const { start } = neighbour;
  const isOwnLine = isFirstOnLine(text, start) && lineStartAt(text, start) > node.contentStart;
  const newText = formatFlowEntry(key, value, style, like, isOwnLine ? columnOf(text, start) : -1);
  const indent = isOwnLine ? text.slice(lineStartAt(text, start), start) : '';
  if (index < entries.length) {
    const after = isOwnLine ? style.lineBreak + indent : ' ';
    return [replacement(start, start, `${newText},${after}`)];
  }
  const { end } = neighbour;
  const comma = findComma(text, end);
  const last = comma >= 0 ? comma + 1 : end;
  if (!isOwnLine) {
    return [replacement(last, last, comma >= 0 ? ` ${newText},` : `, ${newText}`)];
  }
  const line = style.lineBreak + indent + newText + (comma >= 0 ? ',' : '');
  const endOfLine = lineEnd(text, last);
  const isClosedHere = node.range.end - 1 <= endOfLine;
  if (isClosedHere || endOfLine === last) {
    return [replacement(last, last, comma >= 0 ? line : `,${line}`)];
  }
  const added = replacement(endOfLine, endOfLine, line);
  return comma >= 0 ? [added] : [replacement(end, end, ','), added];
}

function formatFlowEntry(
  key: string | null,
  value: FieldValue,
  style: WritingStyle,
  like: YamlNode | null,
  column: number,
): string {
  const format = (content: FieldValue) =>
    style.json && column >= 0
      ? formatJson(content, style, column)
      : formatInline(content, style, like);
  if (key === null) {
    return format(value);
  }
  return `${formatScalarLike(key, style, null)}: ${format(value)}`;
}
