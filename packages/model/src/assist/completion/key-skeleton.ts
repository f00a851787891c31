import { formatScalar } from '../../documents/format-scalar.ts';
import type { WritingStyle } from '../../edits/fields/writing-style.ts';
import type { Field } from '../../schema/field.ts';
import { writeStop } from './stops.ts';

/** How deep required fields are written out below a key. */
const DEEPEST = 4;

/** Counts the stops of one insertion. */
export interface StopCounter {
  next: number;
}

/**
 * The lines of a key with all that has to be there below it, the first at column 0; a stop stands
 * wherever something has to be typed.
 */
export function skeletonOfKey(
  field: Field,
  style: WritingStyle,
  counter: StopCounter = { next: 1 },
  depth = 0,
): readonly string[] {
  const key = `${formatScalar(field.name, { quote: style.quote })}:`;
  if (!isCollection(field)) return [`${key} ${nextStop(counter)}`];
  const isAtKey = field.type === 'list' && style.sequencesAtKey;
  return [key, ...indented(linesBelow(field, style, counter, depth), isAtKey ? 0 : style.indent)];
}

/** The lines of an item, behind its dash. */
export function skeletonOfItem(
  item: Field | null,
  style: WritingStyle,
  counter: StopCounter = { next: 1 },
  depth = 0,
): readonly string[] {
  const lines =
    item === null || !isCollection(item)
      ? [nextStop(counter)]
      : linesBelow(item, style, counter, depth);
  const [first = '', ...rest] = lines;
  return [`- ${first}`, ...indented(rest, 2)];
}

function linesBelow(
  field: Field,
  style: WritingStyle,
  counter: StopCounter,
  depth: number,
): readonly string[] {
  if (field.type === 'list') return skeletonOfItem(field.items, style, counter, depth);
  const required = depth < DEEPEST ? field.fields.filter((one) => one.required) : [];
  if (required.length === 0) return [nextStop(counter)];
  return required.flatMap((one) => skeletonOfKey(one, style, counter, depth + 1));
}

/** A key in braces: what belongs to it in brackets of its own. */
export function flowKey(field: Field, key: string): string {
  switch (field.type) {
    case 'object':
    case 'map':
      return `${key}: {${writeStop(1)}}`;
    case 'list':
      return `${key}: [${writeStop(1)}]`;
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'union':
    case 'any':
      return `${key}: ${writeStop(1)}`;
  }
}

/** Whether something belongs to it on lines of its own. */
export function isCollection({ type }: Field): boolean {
  return type === 'object' || type === 'map' || type === 'list';
}

function nextStop(counter: StopCounter): string {
  return writeStop(counter.next++);
}

/** The lines, each moved right. */
export function indented(lines: readonly string[], column: number): readonly string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line));
}
