import type { YamlNode } from '../../documents/yaml-node.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { FieldValue } from '../edit-command.ts';
import { attachOffset, type FieldPlace, isInFlow, slotStart } from './field-place.ts';
import { withPaddingAround } from './flow-padding.ts';
import {
  blockScalarOf,
  formatBlock,
  formatInline,
  formatJson,
  hasContent,
  joinLines,
} from './format-value.ts';
import { contentEnd, isExplicitValue, replacement } from './node-text.ts';
import { putBlockCollection } from './put-block-collection.ts';
import { putBlockScalar } from './put-block-scalar.ts';
import { putInline } from './put-inline.ts';
import { columnOf, isFirstOnLine, lineStartAt, skipBlanksLeft } from './source-lines.ts';
import { styleAround, type WritingStyle } from './writing-style.ts';

/** Edits that make `value` the content of the place. What is written there looks like `like`. */
export function planSet(
  text: string,
  place: FieldPlace,
  value: FieldValue,
  givenStyle: WritingStyle,
  like: YamlNode | null = place.node,
): readonly TextEdit[] {
  const { parent } = place;
  if (parent === null) {
    return replaceRoot(text, place.node, value, givenStyle);
  }
  const style = styleAround(text, parent, withPaddingAround(text, parent, like, givenStyle));
  const isFlowLike = isInFlow(place) || (isFlowNode(place.node) && !isEmptyFlow(place.node));
  if (!hasContent(value) || isFlowLike) {
    const block = isInFlow(place) || isExplicitValue(place) ? null : blockScalarOf(value, style);
    return block === null
      ? putInline(text, place, formatFor(text, place, value, style, like))
      : putBlockScalar(text, place, parent, value, block, style);
  }
  return putBlockCollection(text, place, parent, value, style, like);
}

function formatFor(
  text: string,
  place: FieldPlace,
  value: FieldValue,
  style: WritingStyle,
  like: YamlNode | null,
): string {
  const start = slotStart(place);
  const isOnLineOfItsOwn = place.parent !== null && isFirstOnLine(text, start);
  return style.json && isOnLineOfItsOwn
    ? formatJson(value, style, columnOf(text, start))
    : formatInline(value, style, like);
}

function isFlowNode(node: YamlNode): boolean {
  return (node.kind === 'mapping' || node.kind === 'sequence') && node.flow;
}

function isEmptyFlow(node: YamlNode): boolean {
  return (
    (node.kind === 'mapping' && node.pairs.length === 0) ||
    (node.kind === 'sequence' && node.items.length === 0)
  );
}

function replaceRoot(
  text: string,
  node: YamlNode,
  value: FieldValue,
  style: WritingStyle,
): readonly TextEdit[] {
  if (style.json) {
    return [replacement(node.contentStart, node.range.end, formatJson(value, style, 0))];
  }
  const newText = hasContent(value)
    ? joinLines(formatBlock(value, style), 0, style)
    : formatInline(value, style);
  const isEmpty = node.kind === 'scalar' && node.style === 'empty';
  const at = attachOffset(text, node);
  const before = hasContent(value) ? style.lineBreak : ' ';
  if (isEmpty) {
    return [replacement(at, at, at > 0 ? before + newText : newText)];
  }
  const end = contentEnd(text, node);
  if (isFirstOnLine(text, node.contentStart)) {
    return [replacement(lineStartAt(text, node.contentStart), end, newText)];
  }
  return [replacement(skipBlanksLeft(text, node.contentStart), end, before + newText)];
}
