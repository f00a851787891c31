import type { ManifestDocument } from '../../documents/manifest-document.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { FieldValue } from '../edit-command.ts';
import { isEqualValue } from '../fields/is-equal-value.ts';
import type { EditedDocument } from '../fields/prove-edits.ts';

/** What a command meant to do with the documents of a text. */
export interface IntendedChange {
  /** Documents with changed fields, by index. */
  readonly edited: ReadonlyMap<number, EditedDocument>;
  readonly cut: ReadonlySet<number>;
  /** The edits that put a copy behind a document, by its index. */
  readonly copies: ReadonlyMap<number, TextEdit>;
  readonly appended: readonly FieldValue[];
}

/**
 * Whether the documents of `next` are those of `before` with exactly the intended change. Documents
 * without content do not count.
 */
export function isIntended(
  before: readonly ManifestDocument[],
  next: readonly ManifestDocument[],
  change: IntendedChange,
): boolean {
  const actual = next.filter(({ status }) => status !== 'empty');
  let place = 0;
  const takes = (test: (document: ManifestDocument) => boolean) => {
    const document = actual[place++];
    return document !== undefined && test(document);
  };
  for (const [index, kept] of before.entries()) {
    const expected = change.edited.get(index)?.document ?? kept;
    const stays = !change.cut.has(index) && expected.status !== 'empty';
    if (stays && !takes((document) => isSame(document, expected))) {
      return false;
    }
    if (change.copies.has(index) && !takes(({ status }) => status === 'parsed')) {
      return false;
    }
  }
  const areAppended = change.appended.every((manifest) =>
    takes(({ value }) => isEqualValue(value, manifest)),
  );
  return areAppended && place === actual.length;
}

function isSame(actual: ManifestDocument, expected: ManifestDocument): boolean {
  if (actual === expected || actual.text === expected.text) {
    return true;
  }
  return actual.status === expected.status && isEqualValue(actual.value, expected.value);
}
