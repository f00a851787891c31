import type { FieldPath } from '../../documents/field-path.ts';
import { lineEnd, lineStart } from '../../text/line-index.ts';
import type { TextRange } from '../../text/text-range.ts';
import type { LooseMapping, LooseNode, LoosePair, LooseScalar } from './loose-node.ts';
import { readLoosely } from './read-loosely.ts';
import { columnOf, isDash, peekContent } from './reading.ts';

/** Where the cursor is in a document. Offsets are those of the document as it is. */
export interface CursorPlace {
  /**
   * - `key`: in a key, or where one begins; `path` is that of the mapping
   * - `value`: in a value or an item, or where one begins; `path` is its own
   */
  readonly role: 'key' | 'value';
  readonly path: FieldPath;
  /** What it is in, from its first sign to its last; empty where nothing is written yet. */
  readonly token: TextRange;
  /** What is written before the cursor, without the quote. */
  readonly typed: string;
  /** The quote that the token begins with. */
  readonly quote: '' | '"' | "'";
  readonly flow: boolean;
  /** Of a key: whether its colon is written. */
  readonly hasColon: boolean;
  /** 0-based column of the token; of a key that of the keys beside it. */
  readonly column: number;
  /** Whether a key that is written here parts what belongs together, such as another key and its items. */
  readonly partsLines: boolean;
  /** Whether only spaces and dashes stand before the token in its line. */
  readonly opensLine: boolean;
  /** Column of the key or dash that the value belongs to; -1 where there is none. */
  readonly parentColumn: number;
  /** Whether a space has to be written before the token: the cursor touches a colon or dash. */
  readonly needsSpace: boolean;
  /** Keys that are there beside it, without itself. */
  readonly siblings: readonly string[];
  /** Of a key: the one right above it in the same mapping, where that has no value yet; else null. */
  readonly emptyAbove: string | null;
  /** The whole document as it is read: offsets are those of `written`. */
  readonly root: LooseNode | null;
  /** The document with a letter at the cursor. */
  readonly written: string;
}

const LETTER = 'x';

/**
 * The place of the cursor in a document's text; null in comments and blocks of text. The text is read
 * as if a letter were typed there, so that there is always something that the cursor is in.
 */
export function findCursorPlace(text: string, offset: number): CursorPlace | null {
  if (standsBefore(text, offset)) return null;
  const needsSpace = touchesIntroducer(text, offset);
  const filling = needsSpace ? ` ${LETTER}` : LETTER;
  const mark = offset + filling.length - 1;
  const written = text.slice(0, offset) + filling + text.slice(offset);
  const root = readLoosely(written, mark);
  const found = root && findMark(root, mark, { path: [], flow: false, parent: null });
  if (found === null || found.scalar.style === 'block') return null;
  const { scalar, around } = found;
  const filled = { text, offset, filling, mark };
  const token = tokenOf(scalar, filled);
  if (token === null || (token.start === offset && /["'\]}]/.test(text.charAt(offset - 1))))
    return null;
  const quote = quoteOf(scalar);
  const column = columnOfKeys(found, written) ?? columnOf(text, token.start);
  const parentColumn = around.parent === null ? -1 : columnOf(text, toReal(around.parent, filled));
  const head = text.slice(lineStart(text, token.start), token.start);
  return {
    role: found.pair === null ? 'value' : 'key',
    path: around.path,
    token,
    typed: text.slice(token.start + quote.length, Math.max(offset, token.start + quote.length)),
    quote,
    flow: around.flow,
    hasColon: found.pair !== null && found.pair.colon >= 0,
    column,
    partsLines: partsLines(text, token.end, { column, parentColumn }),
    opensLine: /^\ufeff?[ \t]*(?:-[ \t]+)*-?$/.test(head),
    parentColumn,
    needsSpace,
    siblings: siblingsOf(found),
    emptyAbove: emptyAbove(found),
    root,
    written,
  };
}

/** Whether the cursor is before something that is no word, such as a dash, a quote, or the rest of an indented line. */
function standsBefore(text: string, offset: number): boolean {
  const line = text.slice(lineStart(text, offset), lineEnd(text, offset));
  const head = text.slice(lineStart(text, offset), offset);
  const rest = line.slice(head.length);
  if (/^[[{"'&*!|>?%@`-]/.test(rest)) return /(?:^|[\s,[{])$/.test(head);
  return head.trim() === '' && /^\s+[^\s#]/.test(rest);
}

interface Filled {
  readonly text: string;
  readonly offset: number;
  readonly filling: string;
  readonly mark: number;
}

/** The same place in the text without the letter. */
function toReal(at: number, { offset, filling }: Filled): number {
  return at <= offset ? at : Math.max(offset, at - filling.length);
}

/** The token in its line: of a text over several lines nothing can be completed. */
function tokenOf({ range }: LooseScalar, filled: Filled): TextRange | null {
  const { text, filling, offset, mark } = filled;
  const start = range.start === mark ? offset : toReal(range.start, filled);
  const end = Math.max(start, range.end - filling.length);
  return lineEnd(text, start) < end ? null : { start, end };
}

function quoteOf({ style }: LooseScalar): CursorPlace['quote'] {
  if (style === 'double') return '"';
  return style === 'single' ? "'" : '';
}

/** Whether the sign before the cursor is a colon or dash that only counts with a space behind it. */
function touchesIntroducer(text: string, offset: number): boolean {
  if (offset < text.length && !/\s/.test(text.charAt(offset))) return false;
  const head = text.slice(lineStart(text, offset), offset);
  return (
    /^[ \t]*(?:-[ \t]+)*-$/.test(head) ||
    /^[ \t]*(?:-[ \t]+)*(?:[\w./-]+|"[^"]*"|'[^']*'):$/.test(head)
  );
}

/** What is around a node: `parent` is the offset of its key or dash. */
interface Around {
  readonly path: FieldPath;
  readonly flow: boolean;
  readonly parent: number | null;
}

interface FoundMark {
  readonly scalar: LooseScalar;
  readonly around: Around;
  readonly mapping: LooseMapping | null;
  /** The pair whose key it is. */
  readonly pair: LoosePair | null;
}

function isIn({ start, end }: TextRange, mark: number): boolean {
  return start <= mark && mark < end;
}

function findMark(node: LooseNode, mark: number, around: Around): FoundMark | null {
  if (node.kind === 'scalar')
    return isIn(node.range, mark) ? { scalar: node, around, mapping: null, pair: null } : null;
  const inside = { ...around, flow: node.flow };
  if (node.kind === 'sequence') {
    for (const [index, { dash, value }] of node.items.entries()) {
      const path = [...around.path, index];
      const parent = dash < 0 ? around.parent : dash;
      const found = value && findMark(value, mark, { ...inside, path, parent });
      if (found !== null) return found;
    }
    return null;
  }
  for (const pair of node.pairs) {
    const { key, value } = pair;
    if (isIn(key.range, mark)) return { scalar: key, around: inside, mapping: node, pair };
    const path = [...around.path, key.text];
    const parent = node.flow ? around.parent : key.range.start;
    const found = value && findMark(value, mark, { ...inside, path, parent });
    if (found !== null) return found;
  }
  return null;
}

function siblingsOf({ mapping, pair }: FoundMark): readonly string[] {
  return (mapping?.pairs ?? []).flatMap((one) => (one === pair ? [] : [one.key.text]));
}

function emptyAbove({ mapping, pair }: FoundMark): string | null {
  const pairs = mapping?.pairs ?? [];
  const above = pair === null ? undefined : pairs[pairs.indexOf(pair) - 1];
  return above !== undefined && above.colon >= 0 && above.value === null ? above.key.text : null;
}

/** Column of the keys beside a key in lines. */
function columnOfKeys({ mapping, pair }: FoundMark, written: string): number | undefined {
  const other = mapping?.flow === false ? mapping.pairs.find((one) => one !== pair) : undefined;
  return other && columnOf(written, other.key.range.start);
}

/** Whether the next line is one that neither stands beside a key in this column nor ends what is around it. */
function partsLines(
  text: string,
  end: number,
  { column, parentColumn }: Pick<CursorPlace, 'column' | 'parentColumn'>,
): boolean {
  const next = peekContent({ text, at: lineEnd(text, end), depth: 0 });
  if (next === null || next.column <= parentColumn) return false;
  return next.column !== column || isDash(text, next.offset);
}
