import { readBlockScalar } from './block-scalar.ts';
import { readFlowCollection } from './flow-collection.ts';
import { finishLine, type LineCursor } from './line-cursor.ts';
import { findScalarEnd } from './scalar-end.ts';
import { readKey, readScalarLines } from './scalar-value.ts';
import { isLineEnd, isSpaceOrEnd, SIGN, skipSpaces } from './signs.ts';

const { HASH, DASH, COLON, LITERAL, FOLDED, OPEN_BRACKET, OPEN_BRACE } = SIGN;

/** Deeper columns are left to the parser, so that the recursion is bounded. */
const LAST_COLUMN = 100;

/**
 * The value of the node at the cursor, which goes to the content behind it; undefined where it is not
 * simple. `parent` is the column of the key or dash that it belongs to. A line that fits no collection
 * is left at the cursor.
 */
export function readBlockNode(cursor: LineCursor, parent: number): unknown {
  const { text, at, column } = cursor;
  if (column > LAST_COLUMN) return undefined;
  if (isDash(text, at)) return readSequence(cursor, column);
  if (isBracket(text.charCodeAt(at))) return readFlowLine(cursor, parent);
  const end = findScalarEnd(text, at);
  const colon = findColon(text, end);
  if (colon < 0) return readScalarLines(cursor, end, parent);
  cursor.at = colon + 1;
  return readMapping(cursor, column, readKey(text, at, end));
}

/** The cursor is behind the colon of the first key. */
function readMapping(cursor: LineCursor, column: number, firstName: string | null): unknown {
  const mapping: Record<string, unknown> = {};
  let name = firstName;
  for (;;) {
    // Keys that are there already, and names that every object has, such as `__proto__`.
    if (name === null || mapping[name] !== undefined) return undefined;
    const value = readFieldValue(cursor, column);
    if (value === undefined) return undefined;
    mapping[name] = value;
    if (cursor.column !== column) return mapping;
    name = takeKey(cursor);
  }
}

/** The name of the key at the cursor, which goes behind its colon; null where it is not simple. */
function takeKey(cursor: LineCursor): string | null {
  const { text, at } = cursor;
  const end = findScalarEnd(text, at);
  const colon = findColon(text, end);
  if (colon < 0) return null;
  cursor.at = colon + 1;
  return readKey(text, at, end);
}

/** What is behind the colon at the cursor, on this line or below. `column` is that of the key. */
function readFieldValue(cursor: LineCursor, column: number): unknown {
  const { text } = cursor;
  const colonEnd = cursor.at;
  const at = skipSpaces(text, colonEnd);
  const code = text.charCodeAt(at);
  if (!endsLine(code)) {
    cursor.at = at;
    return readInlineValue(cursor, column, code);
  }
  if (!finishLine(cursor, colonEnd)) return undefined;
  if (cursor.column > column) return readBlockNode(cursor, column);
  return cursor.column === column && isDash(text, cursor.at) ? readSequence(cursor, column) : null;
}

function readInlineValue(cursor: LineCursor, column: number, code: number): unknown {
  if (code === LITERAL || code === FOLDED) return readBlockScalar(cursor, column);
  if (isBracket(code)) return readFlowLine(cursor, column);
  return readScalarLines(cursor, findScalarEnd(cursor.text, cursor.at), column);
}

function readSequence(cursor: LineCursor, column: number): unknown {
  const items: unknown[] = [];
  for (;;) {
    const item = readItem(cursor, column);
    if (item === undefined) return undefined;
    items.push(item);
    // A list that grew keeps room for 16 more, which would be most of what a text's lists take up.
    if (cursor.column !== column || !isDash(cursor.text, cursor.at)) return items.slice();
  }
}

/** What is behind the dash at the cursor, on this line or below. */
function readItem(cursor: LineCursor, column: number): unknown {
  const { text } = cursor;
  const dashEnd = cursor.at + 1;
  const at = skipSpaces(text, dashEnd);
  const code = text.charCodeAt(at);
  if (!endsLine(code)) {
    cursor.column = column + 1 + at - dashEnd;
    cursor.at = at;
    const isBlock = code === LITERAL || code === FOLDED;
    return isBlock ? readBlockScalar(cursor, column) : readBlockNode(cursor, column);
  }
  if (!finishLine(cursor, dashEnd)) return undefined;
  return cursor.column > column ? readBlockNode(cursor, column) : null;
}

/** A flow collection with nothing but a comment behind it. */
function readFlowLine(cursor: LineCursor, parent: number): unknown {
  const value = readFlowCollection(cursor, parent + 1);
  return value !== undefined && finishLine(cursor, cursor.at) ? value : undefined;
}

/** Offset of the colon that makes a key of the scalar that ends here; or -1. */
function findColon(text: string, end: number): number {
  if (end < 0) return -1;
  const at = skipSpaces(text, end);
  return text.charCodeAt(at) === COLON && isSpaceOrEnd(text.charCodeAt(at + 1)) ? at : -1;
}

function isDash(text: string, at: number): boolean {
  return text.charCodeAt(at) === DASH && isSpaceOrEnd(text.charCodeAt(at + 1));
}

function isBracket(code: number): boolean {
  return code === OPEN_BRACKET || code === OPEN_BRACE;
}

/** Of what follows a colon or a dash: is nothing more on the line? */
function endsLine(code: number): boolean {
  return code === HASH || isLineEnd(code);
}
