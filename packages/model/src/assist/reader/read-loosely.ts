import type { LooseItem, LooseMapping, LooseNode, LoosePair, LooseScalar } from './loose-node.ts';
import { readFlow, skipProperties } from './read-flow.ts';
import { findColon, readQuoted, readScalar } from './read-scalar.ts';
import {
  columnOf,
  DEEPEST,
  isDash,
  isRestTrivia,
  peekContent,
  type Reading,
  skipSpaces,
} from './reading.ts';

/**
 * Reads a document by its indentation, dashes, colons and brackets: as a parser does where it is
 * YAML, and as its writer means it where it is not yet. Never fails; null where nothing stands there.
 * What stands at `kept` is part of what is read wherever two things claim one place.
 */
export function readLoosely(text: string, kept = -1): LooseNode | null {
  const reading: KeepingReading = { text, at: 0, depth: 0, kept };
  let root: LooseNode | null = null;
  for (let next = peekContent(reading); next !== null; next = peekContent(reading)) {
    root = joinRoots(root, readAt(reading, next.column));
  }
  return root;
}

interface KeepingReading extends Reading {
  readonly kept: number;
}

function joinRoots(root: LooseNode | null, next: LooseNode): LooseNode {
  if (root?.kind === 'scalar') return joinRoots(toMapping(root), next);
  if (root?.kind !== 'mapping') return root ?? next;
  const more = next.kind === 'scalar' ? toMapping(next) : next;
  if (more.kind !== 'mapping') return root;
  const range = { start: root.range.start, end: more.range.end };
  return { ...root, pairs: [...root.pairs, ...more.pairs], range };
}

function toMapping(scalar: LooseScalar): LooseMapping {
  const pairs = [{ key: scalar, colon: -1, value: null }];
  return { kind: 'mapping', flow: false, pairs, range: scalar.range };
}

/** Reads the node that begins here, at this column. */
function readAt(reading: KeepingReading, column: number): LooseNode {
  if (reading.depth >= DEEPEST) return readScalar(reading, Number.POSITIVE_INFINITY);
  reading.depth++;
  const isItem = isDash(reading.text, reading.at);
  const node = isItem ? readSequence(reading, column) : readMapping(reading, column);
  reading.depth--;
  return node;
}

function readSequence(reading: KeepingReading, column: number): LooseNode {
  const { text, at: start } = reading;
  const items: LooseItem[] = [];
  let next = peekContent(reading);
  while (next !== null && next.column === column && isDash(text, next.offset)) {
    reading.at = next.offset + 1;
    items.push({ dash: next.offset, value: readValue(reading, column, true) });
    next = peekContent(reading);
  }
  const last = items.at(-1);
  const end = last?.value?.range.end ?? (last?.dash ?? start) + 1;
  return { kind: 'sequence', flow: false, items, range: { start, end } };
}

/** Reads keys and their values; a lone text without a colon is that text. */
function readMapping(reading: KeepingReading, column: number): LooseNode {
  const { text, at: start } = reading;
  const pairs: LoosePair[] = [];
  let lone: LooseNode | null = null;
  let next = peekContent(reading);
  while (next !== null && next.column >= column) {
    if (isDash(text, next.offset)) {
      keepStray(reading, pairs, readAt(reading, next.column));
    } else if (findColon(text, skipped(text, next.offset)) >= 0) {
      pairs.push(readPair(reading, next.column));
    } else {
      lone = readInline(reading, pairs.length === 0 ? column : next.column);
      if (lone.kind === 'scalar') pairs.push(readBelowKey(reading, lone, next.column));
      else if (pairs.length > 0) keepStray(reading, pairs, lone);
      else return lone;
    }
    // Whatever it was, it is never read twice.
    if (reading.at === next.offset) reading.at++;
    next = peekContent(reading);
  }
  const isText = pairs.every(({ colon, value }) => colon < 0 && value === null);
  if (lone?.kind === 'scalar' && isText) return joinLines(text, pairs, lone);
  const last = pairs.at(-1);
  const end =
    last?.value?.range.end ?? Math.max(last?.key.range.end ?? start, (last?.colon ?? -1) + 1);
  return { kind: 'mapping', flow: false, pairs, range: { start, end } };
}

/** Lines none of which is a key are one text. */
function joinLines(text: string, pairs: readonly LoosePair[], lone: LooseScalar): LooseScalar {
  const [first] = pairs;
  if (first === undefined || pairs.length === 1) return lone;
  const range = { start: first.key.range.start, end: lone.range.end };
  return { ...lone, text: text.slice(range.start, range.end), range };
}

/** What stands where nothing can stand belongs to the key before it, if that has nothing, or if it is wanted. */
function keepStray(reading: KeepingReading, pairs: LoosePair[], stray: LooseNode): void {
  const last = pairs.pop();
  if (last === undefined) return;
  const isTaken = last.value === null || holds(stray, reading.kept);
  pairs.push(isTaken ? { ...last, value: stray } : last);
}

function holds({ range }: LooseNode, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Offset behind the anchor and tag of a key. */
function skipped(text: string, at: number): number {
  const reading = { text, at, depth: 0 };
  skipProperties(reading);
  return reading.at;
}

function readPair(reading: KeepingReading, column: number): LoosePair {
  const { text } = reading;
  skipProperties(reading);
  const { at: start } = reading;
  const colon = findColon(text, start);
  const key = /["']/.test(text.charAt(start))
    ? readQuoted(reading, column)
    : plainKey(text, start, colon);
  reading.at = colon + 1;
  return { key, colon, value: readValue(reading, column, false) };
}

function plainKey(text: string, start: number, colon: number): LooseScalar {
  const name = text.slice(start, colon).replace(/[ \t]+$/, '');
  const range = { start, end: start + name.length };
  return { kind: 'scalar', style: 'plain', text: name, range };
}

/** A key whose colon is not there yet, and the lines that are deeper than it. */
function readBelowKey(reading: KeepingReading, key: LooseScalar, column: number): LoosePair {
  const next = peekContent(reading);
  const isBelow = next !== null && next.column > column;
  return { key, colon: -1, value: isBelow ? readAt(reading, next.column) : null };
}

/** Reads what is behind a colon or dash: in its line, or below it and deeper than `parent`. */
function readValue(reading: KeepingReading, parent: number, isItem: boolean): LooseNode | null {
  const { text } = reading;
  skipSpaces(reading);
  skipProperties(reading);
  const { at } = reading;
  if (isRestTrivia(text, at)) return readBelow(reading, parent, isItem);
  if (isDash(text, at)) return readAt(reading, columnOf(text, at));
  if (isItem && findColon(text, skipped(text, at)) >= 0) return readAt(reading, columnOf(text, at));
  const value = readInline(reading, parent);
  const next = peekContent(reading);
  if (next === null || next.column <= parent) return value;
  const below = readAt(reading, next.column);
  return holds(value, reading.kept) ? value : below;
}

function readBelow(reading: KeepingReading, parent: number, isItem: boolean): LooseNode | null {
  const next = peekContent(reading);
  if (next === null) return null;
  const isBelow = next.column > parent;
  const isBeside = !isItem && next.column === parent && isDash(reading.text, next.offset);
  return isBelow || isBeside ? readAt(reading, next.column) : null;
}

function readInline(reading: KeepingReading, parent: number): LooseNode {
  const { text, at } = reading;
  const isFlow = /[[{]/.test(text.charAt(at)) && !text.startsWith('{{', at);
  return isFlow && reading.depth < DEEPEST
    ? readFlow(reading, parent)
    : readScalar(reading, parent);
}
