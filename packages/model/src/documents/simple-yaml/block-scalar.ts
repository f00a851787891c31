import { CHOMPING_MODE, SCALAR_STYLE } from 'js-yaml';
import { decodeScalar } from './decode-scalar.ts';
import { findNextLine, type LineCursor, seekContent } from './line-cursor.ts';
import { isLineEnd, isOrdinary, SIGN, skipSpaces } from './signs.ts';

const { TAB, LINE_FEED, CARRIAGE_RETURN, PLUS, DASH, FOLDED } = SIGN;

/**
 * The text of the block scalar whose header is at the cursor, which goes to the content behind it. It
 * is deeper than `parent`, the column of its key or dash.
 */
export function readBlockScalar(cursor: LineCursor, parent: number): string | undefined {
  const { text, at } = cursor;
  const sign = text.charCodeAt(at + 1);
  const hasSign = sign === PLUS || sign === DASH;
  const valueStart = findNextLine(text, hasSign ? at + 2 : at + 1);
  const indent = valueStart < 0 ? -1 : findIndent(text, valueStart);
  if (indent <= parent) return undefined;
  const valueEnd = findTextEnd(text, valueStart, indent);
  if (valueEnd < 0) return undefined;
  const style =
    text.charCodeAt(at) === FOLDED ? SCALAR_STYLE.FOLDED_BLOCK : SCALAR_STYLE.LITERAL_BLOCK;
  const { CLIP, STRIP, KEEP } = CHOMPING_MODE;
  const chomping = !hasSign ? CLIP : sign === DASH ? STRIP : KEEP;
  seekContent(cursor, valueEnd);
  return decodeScalar(text, { valueStart, valueEnd, style, chomping, indent });
}

/** Column of the first line that is not empty; -1 where that has only spaces, or begins with a tab. */
function findIndent(text: string, start: number): number {
  let line = start;
  while (line < text.length) {
    const at = skipSpaces(text, line);
    const code = text.charCodeAt(at);
    if (!isLineEnd(code)) return code === TAB ? -1 : at - line;
    if (at > line) return -1;
    line = at + (code === LINE_FEED ? 1 : 2);
  }
  return -1;
}

/** Start of the first line that is not blank and indented less; -1 where a sign on the way is none for a text. */
function findTextEnd(text: string, start: number, indent: number): number {
  let line = start;
  while (line < text.length) {
    let at = skipSpaces(text, line);
    let code = text.charCodeAt(at);
    if (at - line < indent && !isLineEnd(code)) return line;
    while (code !== LINE_FEED) {
      if (!isOrdinary(code) && code !== TAB && code !== CARRIAGE_RETURN) return -1;
      code = text.charCodeAt(++at);
    }
    line = at + 1;
  }
  return line;
}
