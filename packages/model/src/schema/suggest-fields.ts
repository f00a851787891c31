import type { FieldPath } from '../documents/field-path.ts';
import type { Field } from './field.ts';
import { findField } from './find-field.ts';
import { nearestWords } from './nearest-words.ts';
import { walkFields } from './walk-fields.ts';

/** What somebody may have meant with a field that the kind does not have. */
export interface FieldSuggestion {
  /** `misspelt`: it stands beside it under another name. `misplaced`: it has this name and belongs there. */
  readonly reason: 'misspelt' | 'misplaced';
  readonly field: Field;
}

const MOST = 5;

function sameWord(left: string, right: string): boolean {
  const plain = (word: string) => word.toLowerCase().replace(/[_-]/g, '');
  return plain(left) === plain(right);
}

/** The steps of a path of the dictionary, one for each `[]` and `{}` too. */
function stepsOf(path: string): readonly string[] {
  return path.split(/\.|(?=\[\]|\{\})/).filter((step) => step !== '');
}

/** How many steps it is from one field to the other, up to what they have in common and down again. */
function stepsBetween(from: Field, to: Field): number {
  const [left, right] = [stepsOf(from.path), stepsOf(to.path)];
  const difference = left.findIndex((step, index) => step !== right[index]);
  const common = difference < 0 ? left.length : difference;
  return left.length + right.length - 2 * common;
}

function misplaced(root: Field, parent: Field, name: string): readonly Field[] {
  return [...walkFields(root)]
    .filter((field) => sameWord(field.name, name) && !parent.fields.includes(field))
    .sort(
      (left, right) =>
        stepsBetween(parent, left) - stepsBetween(parent, right) ||
        Number(right.isCommon) - Number(left.isCommon),
    );
}

/**
 * What was meant by the last step of a path that the kind does not have, the likeliest first: fields
 * beside it that are written nearly so, then fields of that name elsewhere in the kind, the nearest first.
 */
export function suggestFields(root: Field, path: FieldPath): readonly FieldSuggestion[] {
  const name = path.at(-1);
  const parent = findField(root, path.slice(0, -1));
  if (typeof name !== 'string' || name === '') return [];
  if (parent === undefined || parent.type === 'any') return [];
  const beside = new Map(parent.fields.map((field) => [field.name, field]));
  const misspelt = nearestWords(name, [...beside.keys()]).flatMap((word) => beside.get(word) ?? []);
  return [
    ...misspelt.map((field) => ({ reason: 'misspelt' as const, field })),
    ...misplaced(root, parent, name).map((field) => ({ reason: 'misplaced' as const, field })),
  ].slice(0, MOST);
}
