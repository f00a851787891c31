import { SIGN, skipSpaces } from './signs.ts';

/** A place in a text that moves from line to line, past comments and blank lines. */
export interface LineCursor {
  /** Ends with a line feed; has carriage returns only in front of line feeds. */
  readonly text: string;
  at: number;
  /** Of the content at `at`; -1 at the end of the text. */
  column: number;
}

const { LINE_FEED, CARRIAGE_RETURN, HASH } = SIGN;

/** Goes to the first content at or behind a line start. */
export function seekContent(cursor: LineCursor, lineStart: number): void {
  const { text } = cursor;
  for (let start = lineStart; start < text.length; ) {
    const at = skipSpaces(text, start);
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) start = at + 1;
    else if (code === CARRIAGE_RETURN) start = at + 2;
    else if (code === HASH) start = text.indexOf('\n', at) + 1;
    else {
      cursor.at = at;
      cursor.column = at - start;
      return;
    }
  }
  cursor.at = text.length;
  cursor.column = -1;
}

/** Goes on from the end of a token to the next content; false if that is on the same line. */
export function finishLine(cursor: LineCursor, tokenEnd: number): boolean {
  const next = findNextLine(cursor.text, tokenEnd);
  if (next < 0) return false;
  seekContent(cursor, next);
  return true;
}

/** Start of the line below; -1 where more than a comment is between it and the token. */
export function findNextLine(text: string, tokenEnd: number): number {
  const at = skipSpaces(text, tokenEnd);
  const code = text.charCodeAt(at);
  if (code === LINE_FEED) return at + 1;
  if (code === CARRIAGE_RETURN) return at + 2;
  return code === HASH && at > tokenEnd ? text.indexOf('\n', at) + 1 : -1;
}
