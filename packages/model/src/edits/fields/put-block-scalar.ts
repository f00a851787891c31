import type { YamlNode } from '../../documents/yaml-node.ts';
import { lineEnd, nextLineStart } from '../../text/line-index.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { FieldValue } from '../edit-command.ts';
import { lineAfter } from './entry-extent.ts';
import type { CollectionPlace, FieldPlace } from './field-place.ts';
import { formatInline, joinLines } from './format-value.ts';
import { headerEnd, replaceBody, replacement, slotColumn, startOf } from './node-text.ts';
import { putInline } from './put-inline.ts';
import { commentColumn, isBlankLine } from './source-lines.ts';
import type { WritingStyle } from './writing-style.ts';

/** Edits that write a text of several lines as a `|` block. */
export function putBlockScalar(
  text: string,
  place: FieldPlace,
  parent: CollectionPlace,
  value: FieldValue,
  block: { readonly header: string; readonly body: readonly string[] },
  style: WritingStyle,
): readonly TextEdit[] {
  const { node } = place;
  const column = slotColumn(text, place);
  if (isFollowedByDeeperComment(text, node, column) || parent.node.flow) {
    return putInline(text, place, formatInline(value, { ...style, quote: 'double' }));
  }
  const oldBlock = node.kind === 'scalar' ? node.block : null;
  const bodyColumn =
    oldBlock !== null && oldBlock.indent > column ? oldBlock.indent : column + style.indent;
  const body = joinLines(block.body, bodyColumn, style);
  if (oldBlock !== null) {
    return [
      replacement(startOf(node), headerEnd(text, node.contentStart), block.header),
      replaceBody(text, node, oldBlock, body, style),
    ];
  }
  return withLinesBelow(text, putInline(text, place, block.header), body, style);
}

/** A comment that is indented deeper would become text of a block scalar above it. */
function isFollowedByDeeperComment(text: string, node: YamlNode, column: number): boolean {
  for (
    let line = lineAfter(text, node, node.range.end);
    line < text.length;
    line = nextLineStart(text, line)
  ) {
    if (commentColumn(text, line) > column) {
      return true;
    }
    if (!isBlankLine(text, line)) {
      return false;
    }
  }
  return false;
}

/** Adds lines below the line that the first edit is on; a comment at the end of that line stays. */
function withLinesBelow(
  text: string,
  edits: readonly TextEdit[],
  lines: string,
  style: WritingStyle,
): readonly TextEdit[] {
  const [first, ...rest] = edits;
  if (first === undefined) {
    return edits;
  }
  const end = lineEnd(text, first.range.end);
  const below = style.lineBreak + lines;
  if (end === first.range.end) {
    return [{ ...first, newText: first.newText + below }, ...rest];
  }
  return [first, replacement(end, end, below), ...rest];
}
