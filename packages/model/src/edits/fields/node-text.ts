import type { YamlBlock, YamlNode } from '../../documents/yaml-node.ts';
import { lineEnd, nextLineStart } from '../../text/line-index.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { lastBlock, lineAfter } from './entry-extent.ts';
import { attachOffset, type FieldPlace, slotStart } from './field-place.ts';
import { columnOf, isLineBreak, withoutLineBreak } from './source-lines.ts';
import type { WritingStyle } from './writing-style.ts';

/** The edit list with one replacement. */
export function replacement(start: number, end: number, newText: string): TextEdit {
  return { range: { start, end }, newText };
}

/** Cuts whole lines. Where the text ends without a line ending, the one before the cut goes instead. */
export function cutLines(text: string, start: number, end: number): TextEdit {
  const isOpenEnd = end >= text.length && start > 0 && !isLineBreak(text, text.length - 1);
  return replacement(isOpenEnd ? withoutLineBreak(text, start) : start, end, '');
}

/** Whether the content stands on the line of what introduces it. */
export function isOnIntroLine(text: string, node: YamlNode): boolean {
  return node.contentStart <= lineEnd(text, attachOffset(text, node));
}

/** End of a node's text: of a block scalar's lines without their last line ending. */
export function contentEnd(text: string, node: YamlNode): number {
  return lastBlock(node) === null
    ? node.range.end
    : Math.max(node.range.end, withoutLineBreak(text, lineAfter(text, node, node.range.end)));
}

/** Whether the node is a mapping or sequence without brackets. */
export function isBlockCollection(node: YamlNode): boolean {
  return (node.kind === 'mapping' || node.kind === 'sequence') && !node.flow;
}

/** Where the replaced text starts: a tag is replaced too, since it would retype the new value. */
export function startOf(node: YamlNode): number {
  return node.tag === null ? node.contentStart : node.range.start;
}

/** End of the `|` or `>` of a block scalar and its indicators. */
export function headerEnd(text: string, contentStart: number): number {
  let end = contentStart + 1;
  while (/[0-9+-]/.test(text[end] ?? '')) {
    end++;
  }
  return end;
}

function bodyEnd(text: string, node: YamlNode, block: YamlBlock): number {
  return block.chomping === 'keep'
    ? block.body.end
    : Math.min(nextLineStart(text, node.range.end), block.body.end);
}

/** The edit that cuts a block scalar's lines; none where it has no lines. */
export function bodyCut(text: string, node: YamlNode, block: YamlBlock): readonly TextEdit[] {
  const end = bodyEnd(text, node, block);
  return block.body.start < end ? [cutLines(text, block.body.start, end)] : [];
}

/** The column that everything inside the place has to exceed. */
export function slotColumn(text: string, place: FieldPlace): number {
  return columnOf(text, slotStart(place));
}

/** Whether the place is the value of a key that is written with `?`. */
export function isExplicitValue({ slot }: FieldPlace): boolean {
  return slot.kind === 'pair' && slot.pair.explicit >= 0;
}

/** Puts other lines in the place of a block scalar's lines. */
export function replaceBody(
  text: string,
  node: YamlNode,
  block: YamlBlock,
  body: string,
  style: WritingStyle,
): TextEdit {
  const { start } = block.body;
  const end = Math.max(start, bodyEnd(text, node, block));
  const isEnded = end === start ? true : isLineBreak(text, end - 1);
  const before = start > 0 && !isLineBreak(text, start - 1) ? style.lineBreak : '';
  const isAtEnd = end >= text.length && before !== '';
  return replacement(start, end, before + body + (isEnded && !isAtEnd ? style.lineBreak : ''));
}
