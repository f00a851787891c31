import { finish, type Slices } from '../text/slices.ts';
import { cutBlocks, type Documents, documentsOf } from './document-blocks.ts';
import type { ManifestDocument } from './manifest-document.ts';
import { parseDocument } from './parse-document.ts';
import { type DocumentSlice, splitDocuments } from './split-documents.ts';

/**
 * The documents of a text; joined in order they are the text. Of the documents of `previous`, those
 * whose text is still there are taken over, and a broken document remembers the one in whose place it is.
 */
export function buildDocuments(
  text: string,
  previous: readonly ManifestDocument[] = [],
): Documents {
  return finish(buildDocumentsInSlices(text, previous));
}

/** The same, document by document. */
export function* buildDocumentsInSlices(
  text: string,
  previous: readonly ManifestDocument[],
): Slices<Documents> {
  const slices = splitDocuments(text);
  yield { read: 0, of: slices.length };
  return documentsOf(cutBlocks(yield* replaceDocuments(previous, text, slices)));
}

/**
 * The documents of `slices` of `text`, in place of `old` ones: an old document with the same text is
 * used again (once), every other slice is parsed.
 */
export function* replaceDocuments(
  old: readonly ManifestDocument[],
  text: string,
  slices: readonly DocumentSlice[],
): Slices<readonly ManifestDocument[]> {
  const texts = slices.map(({ start, end }) => text.slice(start, end));
  const reused = matchTexts(old, texts);
  const taken = new Set(reused);
  const gone = old.filter((document) => !taken.has(document));
  const freshCount = reused.filter((document) => document === undefined).length;
  let fresh = 0;
  const documents: ManifestDocument[] = [];
  for (const [index, slice] of texts.entries()) {
    const document = reused[index];
    if (document) documents.push(document);
    else {
      const predecessor = pickPredecessor(gone, fresh++, freshCount);
      const lastGood = predecessor && lastGoodOf(predecessor);
      documents.push(parseDocument(ownCopy(slice, text), lastGood));
      yield { read: documents.length, of: texts.length };
    }
  }
  return documents;
}

function matchTexts(
  old: readonly ManifestDocument[],
  texts: readonly string[],
): readonly (ManifestDocument | undefined)[] {
  if (old.length === 0) return texts.map(() => undefined);
  const byText = new Map<string, ManifestDocument[]>();
  for (const document of old.toReversed()) {
    const same = byText.get(document.text);
    if (same) same.push(document);
    else byText.set(document.text, [document]);
  }
  return texts.map((text) => byText.get(text)?.pop());
}

/** Which of the documents that went away the fresh one at `index` stands for: each stands for at most one. */
function pickPredecessor(
  gone: readonly ManifestDocument[],
  index: number,
  freshCount: number,
): ManifestDocument | null {
  if (gone.length === freshCount) return gone[index] ?? null;
  if (index === 0) return gone[0] ?? null;
  return index === freshCount - 1 && gone.length > 1 ? (gone.at(-1) ?? null) : null;
}

function lastGoodOf(document: ManifestDocument): ManifestDocument | null {
  return document.status === 'parsed' ? document : document.lastGood;
}

/**
 * A slice as a string of its own. In V8 a slice keeps the text that it was cut from alive: after forty
 * edits in forty documents, forty versions of a large text.
 */
function ownCopy(slice: string, whole: string): string {
  if (slice.length === whole.length) return slice;
  const joined = ` ${slice}`;
  joined.charCodeAt(0);
  return joined.slice(1);
}
