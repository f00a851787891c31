import { lineEnd, lineStart, nextLineStart } from '../../text/line-index.ts';

/** How far a text is read. */
export interface Reading {
  readonly text: string;
  /** Offset of what is read next. */
  at: number;
  /** How many collections are open. */
  depth: number;
}

/** Deeper than any manifest; a text that is hostile must not use up the stack. */
export const DEEPEST = 100;

/** What comes next behind blank lines and comments. */
export interface Content {
  readonly offset: number;
  readonly column: number;
}

const MARKER = /(?:---|\.\.\.)(?=[ \t\r\n]|$)/y;

/** Goes to what comes next: over spaces, line ends, comments, markers, directives and lines of templates. */
export function peekContent(reading: Reading): Content | null {
  const { text } = reading;
  let { at } = reading;
  while (at < text.length) {
    if (isSpace(text, at)) at++;
    else if (isLineBreak(text, at)) at = nextLineStart(text, at);
    else if (text[at] === '#' || text.startsWith('{{', at)) at = lineEnd(text, at);
    else if (columnOf(text, at) === 0 && text[at] === '%') at = lineEnd(text, at);
    else if (isMarker(text, at)) at += 3;
    else {
      reading.at = at;
      return { offset: at, column: columnOf(text, at) };
    }
  }
  reading.at = text.length;
  return null;
}

function isMarker(text: string, at: number): boolean {
  MARKER.lastIndex = at;
  return columnOf(text, at) === 0 && MARKER.test(text);
}

/** Goes over spaces in the line. */
export function skipSpaces(reading: Reading): void {
  while (isSpace(reading.text, reading.at)) reading.at++;
}

/** Whether nothing but a comment follows in the line. */
export function isRestTrivia(text: string, at: number): boolean {
  return at >= text.length || isLineBreak(text, at) || isComment(text, at);
}

/** Whether a comment begins here. */
export function isComment(text: string, at: number): boolean {
  return text[at] === '#' && (at === 0 || /\s/.test(text.charAt(at - 1)));
}

/** Whether the dash of an item stands here. */
export function isDash(text: string, at: number): boolean {
  return text[at] === '-' && isGap(text, at + 1);
}

/** Whether a space, a line end or the end of the text is here: what makes a sign before it one of YAML. */
export function isGap(text: string, at: number): boolean {
  return at >= text.length || isSpace(text, at) || isLineBreak(text, at);
}

/** 0-based column; a byte order mark has no width. */
export function columnOf(text: string, at: number): number {
  const start = lineStart(text, at);
  return at - start - (text.charCodeAt(start) === 0xfeff && at > start ? 1 : 0);
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9 || code === 0xfeff;
}

/** Whether a line ends here. */
export function isLineBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}
