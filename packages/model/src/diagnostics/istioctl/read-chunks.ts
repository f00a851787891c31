import { buildDocuments } from '../../documents/build-documents.ts';
import type { ManifestDocument } from '../../documents/manifest-document.ts';
import { createLineIndex, type LineIndex } from '../../text/line-index.ts';

/** A file as `istioctl analyze` gets it. */
export interface ManifestFile {
  /** As it is printed. */
  readonly name: string;
  readonly text: string;
}

/** A part of a file that istioctl reads for itself, and the document that it sees in it. */
export interface Chunk {
  readonly file: string;
  /** The line that it names for the whole: the first that is neither empty nor `---`. */
  readonly line: number;
  readonly document: ManifestDocument;
  /** The line in the file of an offset of the document. */
  readonly lineAt: (offset: number) => number;
}

/**
 * The chunks of a file: istioctl cuts at lines of `---` and nothing else, and of each chunk reads the
 * first document only, so that one behind `--- # comment` is lost.
 */
export function readChunks({ name, text }: ManifestFile): readonly Chunk[] {
  const lines = createLineIndex(text);
  return cutAtSeparators(text).flatMap(({ start, end }) => {
    const chunk = text.slice(start, end);
    const { documents, starts } = buildDocuments(chunk);
    const at = documents.findIndex(({ status }) => status !== 'empty');
    const document = documents[at];
    if (document?.status !== 'parsed') return [];
    const offset = start + (starts[at] ?? 0);
    return [
      {
        file: name,
        line: firstLine(chunk, start, lines),
        document,
        lineAt: (inside: number) => lines.positionAt(offset + inside).line,
      },
    ];
  });
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

function cutAtSeparators(text: string): readonly Cut[] {
  const cuts: Cut[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/^---[^\S\n]*(?:\n|$)/gm)) {
    if (index > start) cuts.push({ start, end: index });
    start = index;
  }
  if (start < text.length) cuts.push({ start, end: text.length });
  return cuts;
}

function firstLine(chunk: string, start: number, lines: LineIndex): number {
  const found = /^(?!---[^\S\n]*$)[^\S\n]*\S/m.exec(chunk);
  return lines.positionAt(start + (found?.index ?? 0)).line;
}
