import type { ManifestDocument } from '../../documents/manifest-document.ts';
import { splitDocuments } from '../../documents/split-documents.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { FieldValue } from '../edit-command.ts';
import { formatBlock, formatJson, joinLines } from '../fields/format-value.ts';
import { isLineBreak } from '../fields/source-lines.ts';
import { styleOf, type WritingStyle } from '../fields/writing-style.ts';

const DOCUMENTS_ASKED_FOR_STYLE = 30;

/**
 * The edit that puts manifests at the end of the text, each a document of its own in the style of
 * the documents before it.
 */
export function planAppend(snapshot: Snapshot, manifests: readonly FieldValue[]): TextEdit {
  const { documents, starts } = snapshot;
  const style = textStyle(documents);
  const end = starts[documents.length] ?? 0;
  const last = documents.at(-1)?.text ?? '';
  const [first = '', ...rest] = manifests.map((manifest) => formatManifest(manifest, style));
  const separator = `---${style.lineBreak}`;
  const newText = [separatorAfter(last, style) + first, ...rest].join(separator);
  return { range: { start: end, end }, newText };
}

/** The edit that puts documents at the end of the text as they are written, in the text's line ending. */
export function planAppendText(snapshot: Snapshot, added: string): TextEdit {
  const { documents, starts } = snapshot;
  const style = textStyle(documents);
  const end = starts[documents.length] ?? 0;
  const last = documents.at(-1)?.text ?? '';
  const body = added.replace(/^\ufeff/, '').replace(/\r\n|\r|\n/g, style.lineBreak);
  const separator = separatorAfter(last, style);
  const hasOwnMarker = (splitDocuments(body)[0]?.marker ?? -1) >= 0;
  if (!hasOwnMarker) {
    return { range: { start: end, end }, newText: separator + body };
  }
  // Directives may only stand where a document has been ended.
  const ending = separator.replace(/---\s*$/, '');
  const isOpen = separator.includes('---');
  const closing = isOpen && body.startsWith('%') ? `...${style.lineBreak}` : '';
  return { range: { start: end, end }, newText: ending + closing + body };
}

/** The style of a text as a whole: that of its last manifests. */
export function textStyle(documents: readonly ManifestDocument[]): WritingStyle {
  const last = documents.slice(-DOCUMENTS_ASKED_FOR_STYLE).reverse();
  const parsed = last.filter(({ status }) => status === 'parsed');
  const { lineBreak } = styleOf(last);
  return { ...styleOf(parsed), lineBreak };
}

/** A manifest as YAML, or JSON where the text is in JSON, with a line break at its end. */
export function formatManifest(manifest: FieldValue, style: WritingStyle): string {
  const lines = style.json
    ? formatJson(manifest, style, 0)
    : joinLines(formatBlock(manifest, style), 0, style);
  return lines + style.lineBreak;
}

/** What has to stand between the last document and a new one. */
function separatorAfter(last: string, { lineBreak }: WritingStyle): string {
  const content = last.replace(/^\ufeff/, '');
  if (content.trim() === '') {
    return content === '' || isLineBreak(content, content.length - 1) ? '' : lineBreak;
  }
  const ending = isLineBreak(last, last.length - 1) ? '' : lineBreak;
  // After a `---` that nothing follows yet, the new manifest is that document.
  const isDangling = /(?:^|[\r\n])---[ \t]*\s*$/.test(content);
  return isDangling ? ending : `${ending}---${lineBreak}`;
}
