import type { ManifestDocument } from '../../documents/manifest-document.ts';
import { parseDocument } from '../../documents/parse-document.ts';
import { applyTextEdits, type TextEdit } from '../../text/text-edit.ts';
import { minimiseEdits } from './compose-edits.ts';
import { commentsOutside } from './document-comments.ts';
import type { FieldOperation } from './field-operation.ts';
import { isEqualValue } from './is-equal-value.ts';
import { isJson } from './writing-style.ts';

/** A document after some operations, and the minimal edits that lead there. */
export interface EditedDocument {
  readonly edits: readonly TextEdit[];
  readonly document: ManifestDocument;
}

/** Edits, and what they are meant to do. */
export interface Attempt {
  readonly edits: readonly TextEdit[];
  readonly expected: unknown;
  /** Operations whose own comments may go. */
  readonly spared: readonly FieldOperation[];
}

/** The edited document, if it has exactly the expected value and every comment; else null. */
export function prove(
  document: ManifestDocument,
  { edits, expected, spared }: Attempt,
): EditedDocument | null {
  const minimal = minimiseEdits(document.text, edits);
  const edited = parseDocument(applyTextEdits(document.text, minimal));
  const isRight = edited.status === 'parsed' || (edited.status === 'empty' && expected === null);
  if (!isRight || !isEqualValue(edited.value ?? null, expected)) {
    return null;
  }
  if (isJson(document) && !isJson(edited)) {
    return null;
  }
  const before = commentsOutside(document, spared);
  return before.length === 0 || includesAll(commentsOutside(edited, []), before)
    ? { edits: minimal, document: edited }
    : null;
}

function includesAll(all: readonly string[], some: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const one of all) {
    counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return some.every((one) => {
    const left = (counts.get(one) ?? 0) - 1;
    counts.set(one, left);
    return left >= 0;
  });
}
