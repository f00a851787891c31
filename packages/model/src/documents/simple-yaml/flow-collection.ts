import { findNextLine, type LineCursor, seekContent } from './line-cursor.ts';
import { findFlowScalarEnd } from './scalar-end.ts';
import { readKey, readScalar } from './scalar-value.ts';
import { SIGN, skipSpaces } from './signs.ts';

const { COMMA, COLON, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE } = SIGN;

const DEEPEST = 50;

/**
 * The value of the flow collection at the cursor, which goes behind its bracket; undefined where it is
 * not simple. Its further lines have at least `indent` columns.
 */
export function readFlowCollection(cursor: LineCursor, indent: number, depth = 0): unknown {
  if (depth > DEEPEST) return undefined;
  const isSequence = cursor.text.charCodeAt(cursor.at++) === OPEN_BRACKET;
  return isSequence
    ? readFlowSequence(cursor, indent, depth)
    : readFlowMapping(cursor, indent, depth);
}

function readFlowSequence(cursor: LineCursor, indent: number, depth: number): unknown {
  const items: unknown[] = [];
  while (seekSign(cursor, indent)) {
    if (takeSign(cursor, CLOSE_BRACKET)) return items;
    const item = readFlowNode(cursor, indent, depth);
    if (item === undefined || !endsEntry(cursor, indent, CLOSE_BRACKET)) return undefined;
    items.push(item);
  }
  return undefined;
}

function readFlowMapping(cursor: LineCursor, indent: number, depth: number): unknown {
  const mapping: Record<string, unknown> = {};
  while (seekSign(cursor, indent)) {
    if (takeSign(cursor, CLOSE_BRACE)) return mapping;
    const name = readFlowKey(cursor);
    if (name === null || mapping[name] !== undefined || !seekSign(cursor, indent)) return undefined;
    const value = readFlowNode(cursor, indent, depth);
    if (value === undefined || !endsEntry(cursor, indent, CLOSE_BRACE)) return undefined;
    mapping[name] = value;
  }
  return undefined;
}

function readFlowNode(cursor: LineCursor, indent: number, depth: number): unknown {
  const { text, at } = cursor;
  const code = text.charCodeAt(at);
  if (code === OPEN_BRACKET || code === OPEN_BRACE) {
    return readFlowCollection(cursor, indent, depth + 1);
  }
  const end = findFlowScalarEnd(text, at);
  if (end < 0) return undefined;
  cursor.at = end;
  return readScalar(text, at, end);
}

/** The name of the key at the cursor, which goes behind its colon. */
function readFlowKey(cursor: LineCursor): string | null {
  const { text, at } = cursor;
  const end = findFlowScalarEnd(text, at);
  if (end < 0) return null;
  const colon = skipSpaces(text, end);
  if (text.charCodeAt(colon) !== COLON) return null;
  cursor.at = colon + 1;
  return readKey(text, at, end);
}

/** Does a comma, which is taken, or the end of the collection follow? */
function endsEntry(cursor: LineCursor, indent: number, close: number): boolean {
  if (!seekSign(cursor, indent)) return false;
  return takeSign(cursor, COMMA) || cursor.text.charCodeAt(cursor.at) === close;
}

function takeSign(cursor: LineCursor, sign: number): boolean {
  if (cursor.text.charCodeAt(cursor.at) !== sign) return false;
  cursor.at++;
  return true;
}

/** Goes past spaces, comments and line ends; false where the next line is not indented enough, or there is none. */
function seekSign(cursor: LineCursor, indent: number): boolean {
  const { text, at } = cursor;
  const nextLine = findNextLine(text, at);
  if (nextLine < 0) {
    cursor.at = skipSpaces(text, at);
    return true;
  }
  seekContent(cursor, nextLine);
  return cursor.column >= indent;
}
