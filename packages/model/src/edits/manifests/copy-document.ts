import { parseDocument } from '../../documents/parse-document.ts';
import { splitDocuments } from '../../documents/split-documents.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { editDocument } from '../fields/edit-document.ts';
import type { FieldOperation } from '../fields/field-operation.ts';
import { isLineBreak, lineBreakOf } from '../fields/source-lines.ts';
import { type Result, refuse, success } from '../result.ts';

/**
 * The edit that puts a copy of document `index` right behind it, its comments included, with
 * `operations` carried out on the copy.
 */
export function planCopyDocument(
  snapshot: Snapshot,
  index: number,
  operations: readonly FieldOperation[],
): Result<TextEdit> {
  const document = snapshot.documents[index];
  const at = snapshot.starts[index + 1];
  if (document === undefined || at === undefined) {
    return refuse('This document is not there any more.');
  }
  const { text } = document;
  const lineBreak = lineBreakOf(
    snapshot.documents.find((one) => /[\r\n]/.test(one.text))?.text ?? '',
  );
  const marker = splitDocuments(text)[0]?.marker ?? -1;
  const body = marker >= 0 ? text.slice(marker) : `---${lineBreak}${text.replace(/^\ufeff/, '')}`;
  const edited = editDocument(parseDocument(body), operations, [document]);
  if (!edited.ok) {
    return edited;
  }
  const copy = edited.value.document.text;
  const isEnded = isLineBreak(text, text.length - 1);
  const newText = isEnded ? copy : lineBreak + copy;
  return success({ range: { start: at, end: at }, newText });
}
