import { joinLists } from '../text/join-lists.ts';
import { type ListSplice, spliceList } from '../text/splice-list.ts';
import type { ManifestDocument } from './manifest-document.ts';

/** The documents of a text, and where each starts. */
export interface Documents {
  /** The documents in pieces: those of an earlier text where nothing in them changed. */
  readonly blocks: readonly DocumentBlock[];
  readonly documents: readonly ManifestDocument[];
  /** One more than documents: the last is the text's length. */
  readonly starts: ArrayLike<number>;
}

/** Some documents in a row; so that a change copies one block and the list of blocks, not all documents. */
export interface DocumentBlock {
  readonly documents: readonly ManifestDocument[];
  /** Of their text. */
  readonly length: number;
}

/** Some documents in a row that gave way to others. */
export interface DocumentSplice {
  /** Of the first removed one, in the documents before the update. */
  readonly index: number;
  readonly removed: readonly ManifestDocument[];
  readonly inserted: readonly ManifestDocument[];
}

/** A block that grows larger is cut into pieces of half the size. */
const MOST = 128;

/** The documents as blocks. */
export function cutBlocks(documents: readonly ManifestDocument[]): readonly DocumentBlock[] {
  const size = documents.length > MOST ? MOST / 2 : MOST;
  const blocks: DocumentBlock[] = [];
  for (let start = 0; start < documents.length; start += size)
    blocks.push(createBlock(documents.slice(start, start + size)));
  return blocks;
}

function createBlock(documents: readonly ManifestDocument[]): DocumentBlock {
  let length = 0;
  for (const { text } of documents) length += text.length;
  return { documents, length };
}

/** The documents of the blocks; the lists of all are put together when somebody first asks for them. */
export function documentsOf(blocks: readonly DocumentBlock[]): Documents {
  const documents = joinLists(blocks.map((block) => block.documents));
  let starts: Int32Array | null = null;
  return {
    blocks,
    get documents() {
      return documents();
    },
    get starts() {
      starts ??= startsOf(documents());
      return starts;
    },
  };
}

function startsOf(documents: readonly ManifestDocument[]): Int32Array {
  const starts = new Int32Array(documents.length + 1);
  let start = 0;
  documents.forEach(({ text }, index) => {
    start += text.length;
    starts[index + 1] = start;
  });
  return starts;
}

/** A document's place in the text. */
export interface DocumentPlace {
  readonly document: ManifestDocument;
  readonly index: number;
  readonly start: number;
  /** Index of its block. */
  readonly block: number;
}

/** The last document that starts at or before `offset`. */
export function documentAtOffset(
  blocks: readonly DocumentBlock[],
  offset: number,
): DocumentPlace | undefined {
  let block = 0;
  let index = 0;
  let start = 0;
  for (let each = blocks[0]; each && block < blocks.length - 1; each = blocks[block]) {
    if (start + each.length > offset) break;
    start += each.length;
    index += each.documents.length;
    block += 1;
  }
  const documents = blocks[block]?.documents ?? [];
  let at = 0;
  for (let each = documents[0]; each && at < documents.length - 1; each = documents[at]) {
    if (start + each.text.length > offset) break;
    start += each.text.length;
    at += 1;
  }
  const document = documents[at];
  return document && { document, index: index + at, start, block };
}

/** Where the document, which is one of the block at this index, starts. */
export function startInBlock(
  blocks: readonly DocumentBlock[],
  block: number,
  document: ManifestDocument,
): number {
  let start = 0;
  for (let index = 0; index < block; index += 1) start += blocks[index]?.length ?? 0;
  for (const each of blocks[block]?.documents ?? []) {
    if (each === document) break;
    start += each.text.length;
  }
  return start;
}

/** The documents from `start` to `end`, which is exclusive. */
export function sliceDocuments(
  blocks: readonly DocumentBlock[],
  start: number,
  end: number,
): readonly ManifestDocument[] {
  const pieces: (readonly ManifestDocument[])[] = [];
  let first = 0;
  for (const { documents } of blocks) {
    if (first >= end) break;
    const behind = first + documents.length;
    if (behind > start) pieces.push(documents.slice(Math.max(start - first, 0), end - first));
    first = behind;
  }
  return joinLists(pieces)();
}

/** How many documents there are. */
export function countDocuments(blocks: readonly DocumentBlock[]): number {
  let count = 0;
  for (const { documents } of blocks) count += documents.length;
  return count;
}

/** What the splices of documents, which are in text order, do to the blocks. */
export function toBlockSplices(
  blocks: readonly DocumentBlock[],
  splices: readonly DocumentSplice[],
): readonly ListSplice<DocumentBlock>[] {
  return groupSplices(blocks, splices).map(({ first, last, base, group }) => {
    const touched = blocks.slice(first, last + 1);
    const documents = spliceList(
      touched.flatMap((block) => block.documents),
      group.map(({ index, removed, inserted }) => ({
        index: index - base,
        count: removed.length,
        inserted,
      })),
    );
    return { index: first, count: touched.length, inserted: cutBlocks(documents) };
  });
}

/** Splices that touch the same blocks: those from `first` to `last`, before which are `base` documents. */
interface SpliceGroup {
  readonly first: number;
  last: number;
  readonly base: number;
  readonly group: DocumentSplice[];
}

function groupSplices(
  blocks: readonly DocumentBlock[],
  splices: readonly DocumentSplice[],
): readonly SpliceGroup[] {
  const groups: SpliceGroup[] = [];
  let block = 0;
  let base = 0;
  const advance = (isBehind: (end: number) => boolean): void => {
    for (; block < blocks.length - 1; block += 1) {
      const end = base + (blocks[block]?.documents.length ?? 0);
      if (!isBehind(end)) return;
      base = end;
    }
  };
  for (const splice of splices) {
    advance((end) => end <= splice.index);
    const known = groups.at(-1);
    const current =
      known !== undefined && known.last === block
        ? known
        : { first: block, last: block, base, group: [] };
    if (current !== known) groups.push(current);
    advance((end) => end < splice.index + splice.removed.length);
    current.last = block;
    current.group.push(splice);
  }
  return groups;
}
