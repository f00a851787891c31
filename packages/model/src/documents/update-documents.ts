import { nextLineStart } from '../text/line-index.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { ManifestDocument } from './manifest-document.ts';
import { parseDocument } from './parse-document.ts';
import { isPrelude, splitDocuments, startsWithMarker } from './split-documents.ts';

/** The documents of a text and where each starts; one more start than documents, the last is the text's length. */
export interface Documents {
  readonly documents: readonly ManifestDocument[];
  readonly starts: ArrayLike<number>;
}

/** Documents of before from `index` on that gave way to others. Indexes speak of the documents before the update. */
export interface DocumentSplice {
  readonly index: number;
  readonly removed: readonly ManifestDocument[];
  readonly inserted: readonly ManifestDocument[];
}

/** The documents after edits, and what became of which. */
export interface DocumentsUpdate extends Documents {
  /** In text order, not overlapping; documents outside keep their identity. */
  readonly splices: readonly DocumentSplice[];
}
