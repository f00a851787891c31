import { nextLineStart } from '../text/line-index.ts';
import { applyTextEdits, type TextEdit } from '../text/text-edit.ts';
import { shiftRange } from '../text/text-range.ts';
import { type Documents, replaceDocuments } from './build-documents.ts';
import type { ManifestDocument } from './manifest-document.ts';
import {
  type DocumentSlice,
  isPrelude,
  splitDocuments,
  startsWithMarker,
} from './split-documents.ts';

/** Some documents in a row that gave way to others. */
export interface DocumentSplice {
  /** Of the first removed one, in the documents before the update. */
  readonly index: number;
  readonly removed: readonly ManifestDocument[];
  readonly inserted: readonly ManifestDocument[];
}

/** The documents after edits, and what became of which. */
export interface DocumentsUpdate extends Documents {
  /** In text order, not overlapping. Documents outside of them keep their identity. */
  readonly splices: readonly DocumentSplice[];
}

/**
 * The documents of the edited text: the same as if they were built anew, but only those that the edits
 * touch are parsed, and all others are the objects they were. `starts` says where each document
 * starts, as `buildDocuments` returns it.
 */
export function updateDocuments(
  documents: readonly ManifestDocument[],
  starts: ArrayLike<number>,
  edits: readonly TextEdit[],
): DocumentsUpdate {
  const splices: DocumentSplice[] = [];
  for (let next = 0; next < edits.length; ) {
    const window = editWindow(documents, starts, edits, next);
    next = window.nextEdit;
    const splice = toSplice(documents, window);
    if (splice) splices.push(splice);
  }
  if (splices.length === 0) return { documents, starts, splices };
  return {
    documents: spliceDocuments(documents, splices),
    starts: spliceStarts(documents.length, starts, splices),
    splices,
  };
}

/** The text of the documents `first` to `last` after the edits: it ends where a document ends, whatever it holds. */
interface EditWindow {
  readonly first: number;
  readonly last: number;
  readonly text: string;
  readonly slices: readonly DocumentSlice[];
  /** Index of the first edit behind the window. */
  readonly nextEdit: number;
}

function editWindow(
  documents: readonly ManifestDocument[],
  starts: ArrayLike<number>,
  edits: readonly TextEdit[],
  firstEdit: number,
): EditWindow {
  const first = firstTouched(documents, starts, edits[firstEdit]?.range.start ?? 0);
  let last = first;
  let nextEdit = firstEdit;
  for (;;) {
    for (let edit = edits[nextEdit]; edit; edit = edits[nextEdit]) {
      if (nextEdit > firstEdit && firstTouched(documents, starts, edit.range.start) > last) break;
      last = Math.max(last, documentAt(starts, edit.range.end));
      nextEdit++;
    }
    const base = -(starts[first] ?? 0);
    const before = joinTexts(documents, first, last);
    const text = applyTextEdits(
      before,
      edits.slice(firstEdit, nextEdit).map(({ range, newText }) => ({
        range: shiftRange(range, base),
        newText,
      })),
    );
    const slices = splitDocuments(text);
    if (last >= documents.length - 1 || endsDocument(text, slices, documents[last + 1])) {
      const isGone = text === '' && (first > 0 || last < documents.length - 1);
      return { first, last, text, slices: isGone ? [] : slices, nextEdit };
    }
    last++;
  }
}

/** The document that an edit at `offset` touches, or the one before where it touches the line that divides them. */
function firstTouched(
  documents: readonly ManifestDocument[],
  starts: ArrayLike<number>,
  offset: number,
): number {
  const index = documentAt(starts, offset);
  const text = documents[index]?.text ?? '';
  const inFirstLine = offset - (starts[index] ?? 0) <= nextLineStart(text, 0);
  return index > 0 && inFirstLine ? index - 1 : index;
}

/** Index of the last document that starts at or before `offset`. */
function documentAt(starts: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function joinTexts(documents: readonly ManifestDocument[], first: number, last: number): string {
  let text = '';
  for (let index = first; index <= last; index++) text += documents[index]?.text ?? '';
  return text;
}

/** Does a document end at the end of `text`, with `next` behind it? */
function endsDocument(
  text: string,
  slices: readonly DocumentSlice[],
  next: ManifestDocument | undefined,
): boolean {
  const last = slices.at(-1);
  if (!last || !next || !/[\r\n]$/.test(text)) return false;
  if (last.closed) return true;
  if (!startsWithMarker(next.text)) return false;
  return last.marker >= 0 || !isPrelude(text, last.start, last.end);
}

function toSplice(
  documents: readonly ManifestDocument[],
  { first, last, text, slices }: EditWindow,
): DocumentSplice | null {
  const old = documents.slice(first, last + 1);
  const fresh = replaceDocuments(old, text, slices);
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++;
  let end = 0;
  const most = Math.min(old.length, fresh.length) - start;
  while (end < most && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end++;
  const removed = old.slice(start, old.length - end);
  const inserted = fresh.slice(start, fresh.length - end);
  if (removed.length === 0 && inserted.length === 0) return null;
  return { index: first + start, removed, inserted };
}

function spliceDocuments(
  documents: readonly ManifestDocument[],
  splices: readonly DocumentSplice[],
): readonly ManifestDocument[] {
  if (splices.some(({ inserted }) => inserted.length > MAX_ARGUMENTS)) {
    return joinPieces(documents, splices);
  }
  // Copied as one piece of memory: going through all documents costs more than parsing one of them.
  const result = documents.slice();
  for (const { index, removed, inserted } of splices.toReversed()) {
    if (removed.length !== inserted.length) result.splice(index, removed.length, ...inserted);
    else for (const [offset, document] of inserted.entries()) result[index + offset] = document;
  }
  return result;
}

/** As many as any engine takes in a call. */
const MAX_ARGUMENTS = 10_000;

function joinPieces(
  documents: readonly ManifestDocument[],
  splices: readonly DocumentSplice[],
): readonly ManifestDocument[] {
  const pieces: (readonly ManifestDocument[])[] = [];
  let kept = 0;
  for (const { index, removed, inserted } of splices) {
    pieces.push(documents.slice(kept, index), inserted);
    kept = index + removed.length;
  }
  return [...pieces, documents.slice(kept)].flat();
}

function spliceStarts(
  count: number,
  starts: ArrayLike<number>,
  splices: readonly DocumentSplice[],
): ArrayLike<number> {
  const added = splices.reduce(
    (sum, { removed, inserted }) => sum + inserted.length - removed.length,
    0,
  );
  const result = new Int32Array(count + added + 1);
  let from = 0;
  let to = 0;
  let shift = 0;
  const copyUntil = (end: number): void => {
    while (from < end) result[to++] = (starts[from++] ?? 0) + shift;
  };
  for (const { index, removed, inserted } of splices) {
    copyUntil(index);
    let at = (starts[index] ?? 0) + shift;
    for (const { text } of inserted) {
      result[to++] = at;
      at += text.length;
    }
    from = index + removed.length;
    shift = at - (starts[from] ?? 0);
  }
  copyUntil(count + 1);
  return result;
}
