import { buildDocuments } from '../../documents/build-documents.ts';
import type { ManifestDocument } from '../../documents/manifest-document.ts';
import { createLineIndex } from '../../text/line-index.ts';

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
  /** The line that it names for an offset of the document. */
  readonly lineAt: (offset: number) => number;
}

/**
 * The chunks of a file: istioctl cuts at lines of `---` and nothing else, and of each chunk reads the
 * first document only, so that one behind `--- # comment` is lost. It counts lines from the first of
 * the chunk as if that were the line that it names, and so is off by the `---` that stay in a chunk:
 * at the beginning of a file, and where two follow each other (`YAMLReader.Read`).
 */
export function readChunks({ name, text }: ManifestFile): readonly Chunk[] {
  return cutAtSeparators(text).flatMap(({ line, lines }) => {
    const chunk = lines.join('').trim();
    const { documents, starts } = buildDocuments(chunk);
    const at = documents.findIndex(({ status }) => status !== 'empty');
    const document = documents[at];
    if (document?.status !== 'parsed') return [];
    const start = starts[at] ?? 0;
    const index = createLineIndex(chunk);
    return [
      {
        file: name,
        line,
        document,
        lineAt: (offset: number) => line - 1 + index.positionAt(start + offset).line,
      },
    ];
  });
}

interface Cut {
  readonly line: number;
  readonly lines: readonly string[];
}

const SEPARATOR = /^---\s*$/;

/** A `---` ends what stands before it; where nothing does, it is kept as a line. */
function cutAtSeparators(text: string): readonly Cut[] {
  const cuts: Cut[] = [];
  let lines: string[] = [];
  let first: number | null = null;
  const cut = (): void => {
    if (lines.length > 0) cuts.push({ line: first ?? 1, lines });
    lines = [];
    first = null;
  };
  for (const [index, line] of linesOf(text).entries()) {
    if (line !== '\n' && line !== '---\n') first ??= index + 1;
    if (SEPARATOR.test(line) && lines.length > 0) cut();
    else lines.push(line);
  }
  cut();
  return cuts;
}

/** Each with `\n` at its end, whatever ends it in the text. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => `${line}\n`);
}
