import { SCALAR_STYLE } from 'js-yaml';
import { resolvePlainKey, resolvePlainScalar } from '../kubernetes-scalar.ts';
import { decodeScalar } from './decode-scalar.ts';
import { finishLine, type LineCursor } from './line-cursor.ts';
import { findPlainEnd, findWrappedQuoteEnd } from './scalar-end.ts';
import { isQuote, SIGN } from './signs.ts';

/** The value of the scalar from `start` to `end`; undefined where Kubernetes refuses it. */
export function readScalar(text: string, start: number, end: number): unknown {
  return isQuote(text.charCodeAt(start))
    ? readQuoted(text, start, end)
    : resolvePlain(text.slice(start, end));
}

/** The name of the key from `start` to `end`; null where Kubernetes refuses it, or it merges. */
export function readKey(text: string, start: number, end: number): string | null {
  if (isQuote(text.charCodeAt(start))) return readQuoted(text, start, end);
  const written = text.slice(start, end);
  return written === '<<' ? null : resolvePlainKey(written);
}

/**
 * The value of the scalar at the cursor, which goes to the content behind it. `lineEnd` is where it
 * ends on its line (-1: not there), and its further lines are deeper than `parent`.
 */
export function readScalarLines(cursor: LineCursor, lineEnd: number, parent: number): unknown {
  const { text, at } = cursor;
  const end = lineEnd < 0 ? findWrappedQuoteEnd(text, at, parent) : lineEnd;
  if (end < 0 || !finishLine(cursor, end)) return undefined;
  const isWrapped = cursor.column > parent;
  return isWrapped ? readWrappedPlain(cursor, at, end, parent) : readScalar(text, at, end);
}

/** The cursor is at the second line. */
function readWrappedPlain(
  cursor: LineCursor,
  start: number,
  firstEnd: number,
  parent: number,
): unknown {
  const { text } = cursor;
  if (isQuote(text.charCodeAt(start)) || parent < 0) return undefined;
  let end = firstEnd;
  while (cursor.column > parent) {
    const { at } = cursor;
    // A comment ends a text.
    if (text.slice(end, at).includes('#')) return undefined;
    end = findPlainEnd(text, at);
    if (end < 0 || !finishLine(cursor, end)) return undefined;
  }
  const style = SCALAR_STYLE.PLAIN;
  return resolvePlain(decodeScalar(text, { valueStart: start, valueEnd: end, style }));
}

function resolvePlain(written: string): unknown {
  const value = resolvePlainScalar(written);
  return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
}

function readQuoted(text: string, start: number, end: number): string {
  const [valueStart, valueEnd] = [start + 1, end - 1];
  const inside = text.slice(valueStart, valueEnd);
  const isDouble = text.charCodeAt(start) === SIGN.DOUBLE_QUOTE;
  const isAsWritten = !inside.includes('\n') && !inside.includes(isDouble ? '\\' : "'");
  if (isAsWritten) return inside;
  const style = isDouble ? SCALAR_STYLE.DOUBLE_QUOTED : SCALAR_STYLE.SINGLE_QUOTED;
  return decodeScalar(text, { valueStart, valueEnd, style });
}
