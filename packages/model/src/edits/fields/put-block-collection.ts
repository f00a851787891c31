import type { YamlNode } from '../../documents/yaml-node.ts';
import { lineEnd } from '../../text/line-index.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { FieldValue } from '../edit-command.ts';
import { attachOffset, type CollectionPlace, type FieldPlace } from './field-place.ts';
import { formatBlock, isList, joinLines } from './format-value.ts';
import {
  contentEnd,
  headerEnd,
  isBlockCollection,
  isExplicitValue,
  isOnIntroLine,
  replaceBody,
  replacement,
  slotColumn,
  startOf,
} from './node-text.ts';
import { columnOf, isCommentNext, lineStartAt, skipBlanksLeft } from './source-lines.ts';
import type { WritingStyle } from './writing-style.ts';

/** Edits that write a list or mapping as lines of its own. */
export function putBlockCollection(
  text: string,
  place: FieldPlace,
  parent: CollectionPlace,
  value: FieldValue,
  style: WritingStyle,
  like: YamlNode | null,
): readonly TextEdit[] {
  const { node } = place;
  const lines = formatBlock(value, style, like);
  const column = blockColumn(text, place, value, style);
  if (isBlockCollection(node)) {
    const end = contentEnd(text, node);
    return isOnIntroLine(text, node)
      ? [
          replacement(
            node.contentStart,
            end,
            joinLines(lines, columnOf(text, node.contentStart), style, true),
          ),
        ]
      : [replacement(lineStartAt(text, node.contentStart), end, joinLines(lines, column, style))];
  }
  const at = attachOffset(text, node);
  const isEmpty = node.kind === 'scalar' && node.style === 'empty';
  const hasProperties = node.anchor !== null || node.tag !== null;
  const isCompact =
    parent.node.kind === 'sequence' &&
    !hasProperties &&
    !isCommentNext(text, isEmpty ? at : node.range.end);
  if (isCompact && isEmpty) {
    return [replacement(at, at, ` ${joinLines(lines, slotColumn(text, place) + 2, style, true)}`)];
  }
  const isBlock = node.kind === 'scalar' && node.block !== null;
  if (isCompact && !isBlock && isOnIntroLine(text, node)) {
    const inPlace = joinLines(lines, columnOf(text, node.contentStart), style, true);
    return [replacement(node.contentStart, node.range.end, inPlace)];
  }
  return replaceByLines(text, node, joinLines(lines, column, style), style);
}

function blockColumn(
  text: string,
  place: FieldPlace,
  value: FieldValue,
  style: WritingStyle,
): number {
  const { node } = place;
  const column = slotColumn(text, place);
  const isSameKind = node.kind === (isList(value) ? 'sequence' : 'mapping') && !node.flow;
  if (isSameKind && !isOnIntroLine(text, node)) {
    return columnOf(text, node.contentStart);
  }
  if (place.slot.kind === 'item') {
    return column + 2;
  }
  const isAtKey = isList(value) && style.sequencesAtKey && !isExplicitValue(place);
  return isAtKey ? column : column + style.indent;
}

/** Takes a scalar, alias or flow collection away and writes lines below what introduced it. */
function replaceByLines(
  text: string,
  node: YamlNode,
  lines: string,
  style: WritingStyle,
): readonly TextEdit[] {
  const at = attachOffset(text, node);
  if (node.kind === 'scalar' && node.style === 'empty') {
    const end = lineEnd(text, at);
    return [
      ...(node.tag === null ? [] : [replacement(node.introEnd, at, '')]),
      replacement(end, end, style.lineBreak + lines),
    ];
  }
  const start = skipBlanksLeft(text, startOf(node));
  if (node.kind === 'scalar' && node.block !== null) {
    const end = headerEnd(text, node.contentStart);
    return [replacement(start, end, ''), replaceBody(text, node, node.block, lines, style)];
  }
  const { end } = node.range;
  if (!isOnIntroLine(text, node)) {
    return [replacement(lineStartAt(text, node.contentStart), end, lines)];
  }
  const endOfLine = lineEnd(text, end);
  const below = style.lineBreak + lines;
  return endOfLine === end
    ? [replacement(start, end, below)]
    : [replacement(start, end, ''), replacement(endOfLine, endOfLine, below)];
}
