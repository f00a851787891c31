/** A place for people: both numbers start at 1; a column counts UTF-16 code units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Translates between offsets of one text and positions. Lines end at LF, CRLF or a lone CR. */
export interface LineIndex {
  readonly lineCount: number;
  /** An offset outside the text counts as its nearest end. */
  positionAt(offset: number): TextPosition;
  /** A position outside the text counts as the nearest one inside; the end of a line is before its line ending. */
  offsetAt(position: TextPosition): number;
}

/** The line index of a text. */
export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const startOf = (line: number): number => starts[line] ?? text.length;
  return {
    lineCount: starts.length,
    positionAt(offset) {
      const inside = Math.min(Math.max(offset, 0), text.length);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (startOf(middle) <= inside) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: inside - startOf(low) + 1 };
    },
    offsetAt({ line, column }) {
      if (line < 1) return 0;
      if (line > starts.length) return text.length;
      const start = startOf(line - 1);
      const end = lineEnd(text, start);
      return Math.min(start + Math.max(column - 1, 0), end);
    },
  };
}

/** Offset of the line ending at or after `offset`, or the text's length. */
export function lineEnd(text: string, offset: number): number {
  for (let at = offset; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

/** Offset at which the line that holds `offset` begins. */
export function lineStart(text: string, offset: number): number {
  for (let at = offset; at > 0; at--) {
    const code = text.charCodeAt(at - 1);
    if (code === 10 || (code === 13 && text.charCodeAt(at) !== 10)) return at;
  }
  return 0;
}

/** Offset at which the next line begins, or the text's length. */
export function nextLineStart(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10) return end + 2;
  return Math.min(end + 1, text.length);
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = lineEnd(text, 0); at < text.length; at = lineEnd(text, at)) {
    at = nextLineStart(text, at);
    starts.push(at);
  }
  return starts;
}
