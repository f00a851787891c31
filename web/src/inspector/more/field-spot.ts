import { type Field, type FieldPath, formatFieldPath, valueAt } from '@portolan/model';

/** A field of the dictionary at one place of the inspected resource. */
export interface FieldSpot {
  readonly field: Field;
  readonly path: FieldPath;
}

/** The spot of a field of the object at `spot`. */
export function fieldOf({ path }: FieldSpot, field: Field): FieldSpot {
  return { field, path: [...path, field.name] };
}

/** The spot of an item of the list, or of the value of a key of the map, at `spot`. */
export function itemOf({ field, path }: FieldSpot, step: string | number): FieldSpot | null {
  return field.items === null ? null : { field: field.items, path: [...path, step] };
}

/** Whether a value is a mapping. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the field holds one value, and not several. */
export function isSingle({ type }: Field): boolean {
  return (
    type === 'string' ||
    type === 'integer' ||
    type === 'number' ||
    type === 'boolean' ||
    type === 'union'
  );
}

/** What a value holds, in two or three words. */
export function summarize(value: unknown): string {
  if (value === undefined) return 'not set';
  if (value === null) return 'empty';
  if (Array.isArray(value)) return count(value.length, 'item');
  if (isMapping(value)) return count(Object.keys(value).length, 'field');
  return String(value);
}

function count(number: number, what: string): string {
  if (number === 0) return 'empty';
  return number === 1 ? `1 ${what}` : `${number} ${what}s`;
}

const NAMES = ['name', 'host', 'number', 'address', 'key', 'from', 'exact', 'prefix', 'regex'];

/** What an item of a list is about, from the fields that tell items apart; what it holds where it has none. */
export function titleOf(item: unknown): string {
  const found = NAMES.map((name) => valueAt(item, [name])).find(
    (value) => typeof value === 'string' || typeof value === 'number',
  );
  return found === undefined ? summarize(item) : String(found);
}

/** The place of a field as one hears it: its path, below the spec where it is there. */
export function hearsOf(path: FieldPath): string {
  return formatFieldPath(path[0] === 'spec' && path.length > 1 ? path.slice(1) : path);
}
