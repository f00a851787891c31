import { lineEnd, nextLineStart } from '../../text/line-index.ts';
import type { LooseScalar } from './loose-node.ts';
import {
  columnOf,
  isComment,
  isDash,
  isGap,
  isLineBreak,
  peekContent,
  type Reading,
} from './reading.ts';

const BLOCK_HEADER = /[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|$)/y;

/** Reads a scalar of block style: what is deeper than `parent` belongs to it. */
export function readScalar(reading: Reading, parent: number): LooseScalar {
  const { text, at } = reading;
  const sign = text[at];
  if (sign === '"' || sign === "'") return readQuoted(reading, parent);
  BLOCK_HEADER.lastIndex = at;
  if (BLOCK_HEADER.test(text)) return readBlockText(reading, parent);
  return readPlain(reading, parent);
}

/** Reads a text in quotes. One that is not closed ends with its line. */
export function readQuoted(reading: Reading, parent: number): LooseScalar {
  const { text, at: start } = reading;
  const quote = text.charAt(start);
  const close = findClose(text, start, parent);
  const end = close < 0 ? trimmedEnd(text, start, lineEnd(text, start)) : close + 1;
  reading.at = end;
  const inside = text.slice(start + 1, close < 0 ? end : close);
  return {
    kind: 'scalar',
    style: quote === '"' ? 'double' : 'single',
    text: quote === '"' ? withoutEscapes(inside) : inside.replaceAll("''", "'"),
    range: { start, end },
  };
}

function findClose(text: string, start: number, parent: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\' && quote === '"') at++;
    else if (sign === quote && quote === "'" && text[at + 1] === "'") at++;
    else if (sign === quote) return at;
    else if (isLineBreak(text, at) && !goesOnBelow(text, at, parent)) return -1;
  }
  return -1;
}

/** Whether the next line that is not blank is deeper than `parent`. */
function goesOnBelow(text: string, at: number, parent: number): boolean {
  let next = at;
  while (next < text.length && /\s/.test(text.charAt(next))) next++;
  return next < text.length && columnOf(text, next) > parent;
}

function withoutEscapes(inside: string): string {
  if (!inside.includes('\\')) return inside;
  try {
    return String(JSON.parse(`"${inside}"`));
  } catch {
    // Not closed, or an escape that only YAML has: as it is written says enough.
    return inside;
  }
}

function readBlockText(reading: Reading, parent: number): LooseScalar {
  const { text, at: start } = reading;
  const header = text.slice(start, lineEnd(text, start));
  let end = nextLineStart(text, start);
  while (end < text.length && isBlockLine(text, end, parent)) end = nextLineStart(text, end);
  reading.at = end;
  return { kind: 'scalar', style: 'block', text: header, range: { start, end } };
}

function isBlockLine(text: string, line: number, parent: number): boolean {
  let at = line;
  while (text[at] === ' ') at++;
  return isGap(text, at) ? true : at - line > parent;
}

function readPlain(reading: Reading, parent: number): LooseScalar {
  const { text, at: start } = reading;
  let end = plainLineEnd(text, start);
  reading.at = end;
  for (let next = peekContent(reading); next !== null; next = peekContent(reading)) {
    const isMore =
      next.column > parent && !isDash(text, next.offset) && findColon(text, next.offset) < 0;
    if (!isMore) break;
    end = plainLineEnd(text, next.offset);
    reading.at = end;
  }
  const written = text.slice(start, end);
  return {
    kind: 'scalar',
    style: written.startsWith('*') ? 'alias' : 'plain',
    text: written.replace(/\s*[\r\n]\s*/g, ' '),
    range: { start, end },
  };
}

/** End of a plain text in its line, without spaces and comment behind it. */
function plainLineEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !isLineBreak(text, end) && !isComment(text, end)) end++;
  return trimmedEnd(text, start, end);
}

function trimmedEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  // Only what is space in YAML: a text of other spaces is one, and has to be read over.
  while (trimmed > start && /[ \t]/.test(text.charAt(trimmed - 1))) trimmed--;
  return trimmed;
}

/** Offset of the colon that makes a key of what stands here in this line; -1 where there is none. */
export function findColon(text: string, start: number): number {
  const sign = text[start];
  if (sign === '[' || sign === '{') return -1;
  let at = start;
  if (sign === '"' || sign === "'") {
    const close = findClose(text, start, Number.POSITIVE_INFINITY);
    if (close < 0) return -1;
    at = close + 1;
    while (text[at] === ' ' || text[at] === '\t') at++;
    return text[at] === ':' && isGap(text, at + 1) ? at : -1;
  }
  for (; at < text.length && !isLineBreak(text, at) && !isComment(text, at); at++) {
    if (text[at] === ':' && isGap(text, at + 1)) return at;
  }
  return -1;
}
