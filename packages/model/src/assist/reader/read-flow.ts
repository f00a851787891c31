import { lineEnd, nextLineStart } from '../../text/line-index.ts';
import type { LooseItem, LooseNode, LoosePair, LooseScalar } from './loose-node.ts';
import { readQuoted } from './read-scalar.ts';
import { columnOf, DEEPEST, isComment, isGap, isLineBreak, type Reading } from './reading.ts';

/**
 * Reads what is in brackets or braces. One that is not closed ends before the first line that is no
 * deeper than `parent`, unless that line closes it.
 */
export function readFlow(reading: Reading, parent: number): LooseNode {
  reading.depth++;
  const node =
    reading.text[reading.at] === '{' ? readBraces(reading, parent) : readBrackets(reading, parent);
  reading.depth--;
  return node;
}

function readBraces(reading: Reading, parent: number): LooseNode {
  const { at: start } = reading;
  const pairs: LoosePair[] = [];
  readEntries(reading, parent, () => {
    const key = readFlowScalar(reading, parent);
    pairs.push({ key, ...readBehindKey(reading, parent, key) });
  });
  return { kind: 'mapping', flow: true, pairs, range: { start, end: reading.at } };
}

function readBrackets(reading: Reading, parent: number): LooseNode {
  const { at: start } = reading;
  const items: LooseItem[] = [];
  readEntries(reading, parent, () => {
    items.push({ dash: -1, value: readFlowItem(reading, parent) });
  });
  return { kind: 'sequence', flow: true, items, range: { start, end: reading.at } };
}

/** Reads entry after entry up to the closing bracket, which is read too. */
function readEntries(reading: Reading, parent: number, readEntry: () => void): void {
  const { text } = reading;
  reading.at++;
  while (skipToFlowContent(reading, parent)) {
    const sign = text[reading.at];
    if (sign === '}' || sign === ']') {
      reading.at++;
      return;
    }
    const before = reading.at;
    if (sign !== ',') readEntry();
    if (reading.at === before) reading.at++;
  }
}

/** Goes to the next sign that is part of the collection; false where it ends without one. */
function skipToFlowContent(reading: Reading, parent: number): boolean {
  const { text } = reading;
  while (reading.at < text.length) {
    const { at } = reading;
    if (isComment(text, at)) reading.at = lineEnd(text, at);
    else if (isLineBreak(text, at)) reading.at = nextLineStart(text, at);
    else if (isGap(text, at)) reading.at++;
    else return /[\]}]/.test(text.charAt(at)) || columnIsInside(text, at, parent);
  }
  return false;
}

/** Only what begins a line can stand outside. */
function columnIsInside(text: string, at: number, parent: number): boolean {
  const column = columnOf(text, at);
  return column > parent || text.slice(at - column, at).trim() !== '';
}

function readFlowItem(reading: Reading, parent: number): LooseNode {
  const value = readFlowValue(reading, parent);
  if (value.kind !== 'scalar' || !isColon(reading, value)) return value;
  const pair = { key: value, ...readBehindKey(reading, parent, value) };
  const range = { start: value.range.start, end: reading.at };
  return { kind: 'mapping', flow: true, pairs: [pair], range };
}

function readBehindKey(
  reading: Reading,
  parent: number,
  key: LooseScalar,
): Pick<LoosePair, 'colon' | 'value'> {
  if (!isColon(reading, key)) return { colon: -1, value: null };
  const colon = reading.at;
  reading.at++;
  const isThere = skipToFlowContent(reading, parent);
  const isEmpty = !isThere || /[,\]}]/.test(reading.text.charAt(reading.at));
  return { colon, value: isEmpty ? null : readFlowValue(reading, parent) };
}

/** Goes over spaces to a colon; behind quotes it needs no space after it. */
function isColon(reading: Reading, { style }: LooseScalar): boolean {
  const { text } = reading;
  while (text[reading.at] === ' ' || text[reading.at] === '\t') reading.at++;
  return text[reading.at] === ':' && (isGap(text, reading.at + 1) || style !== 'plain');
}

function readFlowValue(reading: Reading, parent: number): LooseNode {
  const isDeeper = /[[{]/.test(reading.text.charAt(reading.at)) && reading.depth < DEEPEST;
  return isDeeper ? readFlow(reading, parent) : readFlowScalar(reading, parent);
}

function readFlowScalar(reading: Reading, parent: number): LooseScalar {
  skipProperties(reading);
  const { text, at: start } = reading;
  if (text[start] === '"' || text[start] === "'") return readQuoted(reading, parent);
  let end = start;
  while (end < text.length && !endsPlain(text, end)) end++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  reading.at = end;
  const written = text.slice(start, end);
  const style = written.startsWith('*') ? 'alias' : 'plain';
  return { kind: 'scalar', style, text: written, range: { start, end } };
}

function endsPlain(text: string, at: number): boolean {
  if (/[,[\]{}\r\n]/.test(text.charAt(at)) || isComment(text, at)) return true;
  // Before a bracket or comma a colon is part of the text, as in an IPv6 address.
  return text[at] === ':' && isGap(text, at + 1);
}

/** Goes over anchors and tags. */
export function skipProperties(reading: Reading): void {
  const { text } = reading;
  while (/[&!]/.test(text.charAt(reading.at))) {
    let end = reading.at;
    while (!isGap(text, end) && !/[,[\]{}]/.test(text.charAt(end))) end++;
    // What the cursor may be in the midst of stays a text.
    if (isLineBreak(text, end) || end >= text.length) return;
    while (text[end] === ' ' || text[end] === '\t') end++;
    reading.at = end;
  }
}
