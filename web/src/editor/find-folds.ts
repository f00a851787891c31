import type { ManifestDocument } from '@portolan/model';

/** Lines that can be folded into their first one, counted from 0 at the start of the document. */
export interface Fold {
  readonly start: number;
  readonly end: number;
}

/** What can be folded in a document. */
export interface DocumentFolds {
  /** The document as one, from its first line of content to its last; null where it is one line or none. */
  readonly whole: Fold | null;
  /** What belongs to a key or to a list item, in the order of their first lines. */
  readonly parts: readonly Fold[];
  /** How many line ends the document has. */
  readonly lineEnds: number;
}

const LINE_END = /\r\n|\r|\n/;
/** Markers and directives stand around the content. A marker may have content behind it. */
const AROUND_CONTENT = /^(?:%.*|(?:---|\.\.\.)\s*(?:#.*)?)$/;
const COMMENT = /^\s*#/;

const known = new WeakMap<ManifestDocument, DocumentFolds>();

/** What can be folded in the document, by its indentation; the same object each time. */
export function findFolds(document: ManifestDocument): DocumentFolds {
  const before = known.get(document);
  if (before !== undefined) return before;
  const lines = document.text.split(LINE_END);
  const folds = { ...readFolds(lines), lineEnds: lines.length - 1 };
  known.set(document, folds);
  return folds;
}

interface OpenFold {
  readonly level: number;
  readonly start: number;
  end: number;
}

function readFolds(lines: readonly string[]): Omit<DocumentFolds, 'lineEnds'> {
  const all: OpenFold[] = [];
  const open: OpenFold[] = [];
  let first: number | null = null;
  let last = 0;
  lines.forEach((text, line) => {
    if (text.trim() === '' || AROUND_CONTENT.test(text)) return;
    last = line;
    const level = levelOf(text);
    // A comment goes with what it is indented under, but ends nothing.
    if (!COMMENT.test(text)) {
      first ??= line;
      while ((open.at(-1)?.level ?? -1) >= level) open.pop();
      const fold = { level, start: line, end: line };
      all.push(fold);
      open.push(fold);
    }
    for (const fold of open) if (fold.level < level) fold.end = line;
  });
  const parts = all.flatMap(({ start, end }) => (end > start ? [{ start, end }] : []));
  return { whole: first === null || first === last ? null : { start: first, end: last }, parts };
}

/** Deeper lines have a higher one. A list item is deeper than the key that it belongs to, also without more spaces. */
function levelOf(text: string): number {
  const indent = text.length - text.trimStart().length;
  return 2 * indent + (/^-(?:\s|$)/.test(text.slice(indent)) ? 1 : 0);
}
