import { nextLineStart } from '../../text/line-index.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { lineAfter } from './entry-extent.ts';
import { attachOffset, type FieldPlace } from './field-place.ts';
import {
  bodyCut,
  contentEnd,
  cutLines,
  headerEnd,
  isBlockCollection,
  isOnIntroLine,
  replacement,
  startOf,
} from './node-text.ts';

/** Edits that write `newText`, a value on one line, as the content of the place. */
export function putInline(text: string, place: FieldPlace, newText: string): readonly TextEdit[] {
  const { node, slot } = place;
  if (node.kind === 'scalar' && node.style === 'empty') {
    if (slot.kind === 'pair' && slot.pair.colon < 0) {
      const end = slot.pair.key.range.end;
      return [replacement(end, end, `: ${newText}`)];
    }
    const at = attachOffset(text, node);
    return [replacement(node.tag === null ? at : node.introEnd, at, ` ${newText}`)];
  }
  if (node.kind === 'scalar' && node.block !== null) {
    return [
      replacement(startOf(node), headerEnd(text, node.contentStart), newText),
      ...bodyCut(text, node, node.block),
    ];
  }
  if (isBlockCollection(node) && !isOnIntroLine(text, node)) {
    const at = attachOffset(text, node);
    const cut = cutLines(text, nextLineStart(text, at), lineAfter(text, node, node.range.end));
    return [replacement(node.tag === null ? at : node.introEnd, at, ` ${newText}`), cut];
  }
  const end = contentEnd(text, node);
  const isGlued = node.contentStart === node.introEnd && /[:-]/.test(text[node.introEnd - 1] ?? '');
  const isQuotedKey = slot.kind === 'pair' && text[slot.pair.key.range.end - 1] === '"';
  return [replacement(startOf(node), end, isGlued && !isQuotedKey ? ` ${newText}` : newText)];
}
