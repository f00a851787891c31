import { lineEnd, lineStart } from '../text/line-index.ts';
import type { TextRange } from '../text/text-range.ts';
import type { ParseFailure } from './read-events.ts';

/** One line of the text, without its ending. */
export interface SourceLine extends TextRange {
  readonly text: string;
}

/** Where the parser gave up, for those who look for the mistake. */
export interface FailurePlace {
  readonly text: string;
  readonly reason: string;
  readonly offset: number;
  /** The line that holds `offset`; at the end of the text, the last line that says something. */
  readonly line: SourceLine;
  /** Lines above that say something, nearest first: blank lines and comments are left out. */
  readonly above: readonly SourceLine[];
}

/** From where the parser gave up to the end of the line; the whole line where nothing is left of it. */
export function restOfLine({
  text,
  offset,
  line,
}: Pick<FailurePlace, 'text' | 'offset' | 'line'>): TextRange {
  const rest = text.slice(offset, line.end).trim();
  if (offset >= line.start && rest !== '') {
    const start = text.indexOf(rest, offset);
    return { start, end: start + rest.length };
  }
  const indent = line.text.length - line.text.trimStart().length;
  return { start: line.start + indent, end: Math.max(line.end, line.start + indent) };
}

const LINES_ABOVE = 40;

/** The surroundings of a failure. */
export function failurePlace(text: string, { reason, offset }: ParseFailure): FailurePlace {
  let line = lineAt(text, offset);
  if (offset >= text.length && line.text.trim() === '') line = sayingLineAbove(text, line) ?? line;
  const above: SourceLine[] = [];
  for (let next = sayingLineAbove(text, line); next; next = sayingLineAbove(text, next)) {
    if (above.push(next) === LINES_ABOVE) break;
  }
  return { text, reason, offset, line, above };
}

function lineAt(text: string, offset: number): SourceLine {
  const start = lineStart(text, offset);
  const end = lineEnd(text, start);
  return { start, end, text: text.slice(start, end) };
}

function sayingLineAbove(text: string, { start }: SourceLine): SourceLine | null {
  for (let at = start; at > 0; ) {
    const line = lineAt(text, lineStart(text, lineBreakStart(text, at)));
    if (!/^\s*(?:#|$)|^---\s*$/.test(line.text)) return line;
    at = line.start;
  }
  return null;
}

/** `offset` is a line start: where the ending of the line above begins. */
function lineBreakStart(text: string, offset: number): number {
  const isPair = text.charCodeAt(offset - 1) === 10 && text.charCodeAt(offset - 2) === 13;
  return isPair ? offset - 2 : offset - 1;
}
