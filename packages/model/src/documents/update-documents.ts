import { nextLineStart } from '../text/line-index.ts';
import { finish } from '../text/slices.ts';
import { type ListSplice, spliceList } from '../text/splice-list.ts';
import { applyTextEdits, type TextEdit } from '../text/text-edit.ts';
import { shiftRange } from '../text/text-range.ts';
import { replaceDocuments } from './build-documents.ts';
import {
  type DocumentBlock,
  type DocumentSplice,
  type Documents,
  documentAtOffset,
  documentsOf,
  sliceDocuments,
  toBlockSplices,
} from './document-blocks.ts';
import type { ManifestDocument } from './manifest-document.ts';
import {
  type DocumentSlice,
  isPrelude,
  splitDocuments,
  startsWithMarker,
} from './split-documents.ts';

/** The documents after edits, and what became of which. */
export interface DocumentsUpdate {
  readonly next: Documents;
  /** In text order, not overlapping. Documents outside of them keep their identity. */
  readonly splices: readonly DocumentSplice[];
  /** The same of the blocks. */
  readonly blockSplices: readonly ListSplice<DocumentBlock>[];
}

/**
 * The documents of the edited text: the same as if they were built anew, but only those that the edits
 * touch are parsed, and all others are the objects they were.
 */
export function updateDocuments(previous: Documents, edits: readonly TextEdit[]): DocumentsUpdate {
  const { blocks } = previous;
  const splices: DocumentSplice[] = [];
  for (let edit = 0; edit < edits.length; ) {
    const window = editWindow(blocks, edits, edit);
    edit = window.nextEdit;
    const splice = toSplice(window);
    if (splice) splices.push(splice);
  }
  const blockSplices = toBlockSplices(blocks, splices);
  const next = splices.length === 0 ? previous : documentsOf(spliceList(blocks, blockSplices));
  return { next, splices, blockSplices };
}

/** Some documents in a row and their text after the edits: it ends where a document ends, whatever it holds. */
interface EditWindow {
  readonly first: number;
  readonly old: readonly ManifestDocument[];
  readonly text: string;
  readonly slices: readonly DocumentSlice[];
  /** Index of the first edit behind the window. */
  readonly nextEdit: number;
}

function editWindow(
  blocks: readonly DocumentBlock[],
  edits: readonly TextEdit[],
  firstEdit: number,
): EditWindow {
  const { index: first, start } = firstTouched(blocks, edits[firstEdit]?.range.start ?? 0);
  let last = first;
  let nextEdit = firstEdit;
  for (;;) {
    for (let edit = edits[nextEdit]; edit; edit = edits[nextEdit]) {
      if (nextEdit > firstEdit && firstTouched(blocks, edit.range.start).index > last) break;
      last = Math.max(last, documentAtOffset(blocks, edit.range.end)?.index ?? 0);
      nextEdit++;
    }
    const old = sliceDocuments(blocks, first, last + 1);
    const [behind] = sliceDocuments(blocks, last + 1, last + 2);
    const text = applyTextEdits(
      joinTexts(old),
      edits.slice(firstEdit, nextEdit).map(({ range, newText }) => ({
        range: shiftRange(range, -start),
        newText,
      })),
    );
    const slices = splitDocuments(text);
    if (!behind || endsDocument(text, slices, behind)) {
      const isGone = text === '' && (first > 0 || behind !== undefined);
      return { first, old, text, slices: isGone ? [] : slices, nextEdit };
    }
    last++;
  }
}

/** The document that an edit at `offset` touches, or the one before where it touches the line that divides them. */
function firstTouched(
  blocks: readonly DocumentBlock[],
  offset: number,
): { readonly index: number; readonly start: number } {
  const place = documentAtOffset(blocks, offset);
  if (!place || place.index === 0) return { index: 0, start: 0 };
  const { document, index, start } = place;
  if (offset - start > nextLineStart(document.text, 0)) return place;
  const [before] = sliceDocuments(blocks, index - 1, index);
  return { index: index - 1, start: start - (before?.text.length ?? 0) };
}

function joinTexts(documents: readonly ManifestDocument[]): string {
  let joined = '';
  for (const { text } of documents) joined += text;
  return joined;
}

/** Does a document end at the end of `text`, with `next` behind it? */
function endsDocument(
  text: string,
  slices: readonly DocumentSlice[],
  next: ManifestDocument,
): boolean {
  const last = slices.at(-1);
  if (!last || !/[\r\n]$/.test(text)) return false;
  if (last.closed) return true;
  if (!startsWithMarker(next.text)) return false;
  return last.marker >= 0 || !isPrelude(text, last.start, last.end);
}

function toSplice({ first, old, text, slices }: EditWindow): DocumentSplice | null {
  const fresh = finish(replaceDocuments(old, text, slices));
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
