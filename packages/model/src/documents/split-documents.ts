import { nextLineStart } from '../text/line-index.ts';
import type { TextRange } from '../text/text-range.ts';

/** Where one document lies in the text that was split. */
export interface DocumentSlice extends TextRange {
  /** Offset of its `---`, or -1. */
  readonly marker: number;
  /** It ends with a `...` line. */
  readonly closed: boolean;
}

/**
 * Cuts a text into its documents, without parsing them. The slices tile the text; there is at least
 * one. A document begins at a line that starts with `---`, or after a line that starts with `...`;
 * comments, blank lines and directives in front of the first `---` belong to the document of that
 * `---`.
 */
export function splitDocuments(text: string): readonly DocumentSlice[] {
  const slices: DocumentSlice[] = [];
  let start = 0;
  let marker = -1;
  for (const line of markerLines(text)) {
    const at = afterByteOrderMark(text, line);
    if (text.charCodeAt(at) === 45) {
      if (marker >= 0 || !isPrelude(text, start, line)) {
        slices.push({ start, end: line, marker, closed: false });
        start = line;
      }
      marker = at;
    } else {
      const end = nextLineStart(text, at);
      slices.push({ start, end, marker, closed: true });
      start = end;
      marker = -1;
    }
  }
  if (start < text.length || slices.length === 0) {
    slices.push({ start, end: text.length, marker, closed: false });
  }
  return slices;
}

/** Does the text begin with a `---` line, perhaps after a byte order mark? */
export function startsWithMarker(text: string): boolean {
  return /^\uFEFF?---(?:[ \t\r\n]|$)/.test(text);
}

/** Only blank lines, comments and directives from `start`, a line start, to `end`? */
export function isPrelude(text: string, start: number, end: number): boolean {
  for (let line = start; line < end; line = nextLineStart(text, line)) {
    let at = afterByteOrderMark(text, line);
    if (text.charCodeAt(at) === 37) continue;
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    if (at < end && text.charCodeAt(at) !== 35 && !isLineBreak(text.charCodeAt(at))) return false;
  }
  return true;
}

/** Line starts of all `---` and `...` lines, in order. */
function markerLines(text: string): readonly number[] {
  const lines: number[] = [];
  if (/^\uFEFF?(?:---|\.\.\.)(?:[ \t\r\n]|$)/.test(text)) lines.push(0);
  const pattern = /[\r\n]\uFEFF?(?:---|\.\.\.)(?=[ \t\r\n]|$)/g;
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) lines.push(hit.index + 1);
  return lines;
}

function afterByteOrderMark(text: string, offset: number): number {
  return text.charCodeAt(offset) === 0xfeff ? offset + 1 : offset;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}
