// Lines of a document's text. Offsets are relative to the document; a line ends with LF, CRLF or CR.

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const HASH = 35;
const BYTE_ORDER_MARK = 0xfeff;

/** Whether the character at `offset` ends a line. */
export function isLineBreak(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** Whether the character at `offset` is a space or a tab. */
export function isBlank(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === SPACE || code === TAB;
}

/** Start of the line that holds `offset`; a byte order mark is before its line. */
export function lineStartAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineBreak(text, start - 1)) {
    start--;
  }
  return text.charCodeAt(start) === BYTE_ORDER_MARK && start < offset ? start + 1 : start;
}

/** Start of the line before the one that starts at `lineStart`; the same where there is none. */
export function previousLineStart(text: string, lineStart: number): number {
  return lineStartAt(text, withoutLineBreak(text, lineStart));
}

/** `offset` moved before the one line ending that stands directly before it, if one does. */
export function withoutLineBreak(text: string, offset: number): number {
  let end = offset;
  if (end > 0 && text.charCodeAt(end - 1) === LINE_FEED) {
    end--;
    return end > 0 && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
  }
  return end > 0 && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
}

/** 0-based column of `offset`. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStartAt(text, offset);
}

/** Whether only spaces and tabs stand before `offset` on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return skipBlanksLeft(text, offset) === lineStartAt(text, offset);
}

/** Whether only spaces, tabs or a comment follow `offset` on its line. */
export function isRestOfLineTrivia(text: string, offset: number): boolean {
  const next = skipBlanks(text, offset);
  return next >= text.length || isLineBreak(text, next) || text.charCodeAt(next) === HASH;
}

/** Whether a comment follows `offset` on its line with nothing but spaces between. */
export function isCommentNext(text: string, offset: number): boolean {
  return text.charCodeAt(skipBlanks(text, offset)) === HASH;
}

/** The first offset from `offset` on that is neither space nor tab. */
export function skipBlanks(text: string, offset: number): number {
  let next = offset;
  while (isBlank(text, next)) {
    next++;
  }
  return next;
}

/** `offset` moved left over spaces and tabs. */
export function skipBlanksLeft(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && isBlank(text, start - 1)) {
    start--;
  }
  return start;
}

/** Whether the line that starts at `lineStart` holds only spaces and tabs (or is past the end). */
export function isBlankLine(text: string, lineStart: number): boolean {
  const next = skipBlanks(text, lineStart);
  return next >= text.length || isLineBreak(text, next);
}

/** Column of the `#` where the line that starts at `lineStart` holds only a comment; else -1. */
export function commentColumn(text: string, lineStart: number): number {
  const next = skipBlanks(text, lineStart);
  return text.charCodeAt(next) === HASH ? next - lineStart : -1;
}

/** The line ending that the text uses first; LF where it has none. */
export function lineBreakOf(text: string): string {
  const offset = text.search(/[\r\n]/);
  if (offset < 0 || text.charCodeAt(offset) === LINE_FEED) {
    return '\n';
  }
  return text.charCodeAt(offset + 1) === LINE_FEED ? '\r\n' : '\r';
}
