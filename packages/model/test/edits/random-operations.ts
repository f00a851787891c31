import fc from 'fast-check';
import type { FieldOperation } from '../../src/edits/fields/field-operation.ts';
import { valueAt } from '../../src/edits/fields/field-operation.ts';
import type { FieldPath, FieldValue } from '../../src/index.ts';
import { randomScalar, randomValue } from '../support/random-yaml.ts';

/** Numbers from which an operation is made that fits a given value. */
export interface OperationSeed {
  readonly kind: number;
  readonly place: number;
  readonly index: number;
  readonly key: string;
  readonly value: FieldValue;
}

/** Seeds for operations of every kind. */
export const randomSeed: fc.Arbitrary<OperationSeed> = fc.record({
  kind: fc.nat(6),
  place: fc.nat(),
  index: fc.nat(),
  key: fc.constantFrom('new', 'yes', 'a b', 'x: y', 'name2', '__proto__', '80'),
  value: fc.oneof(randomScalar, randomValue) as fc.Arbitrary<FieldValue>,
});

/** A value and where it stands. */
export interface Place {
  readonly path: FieldPath;
  readonly value: unknown;
}

/** The operation that a seed stands for on this value; null where none of its kind applies. */
export function operationFor(root: unknown, seed: OperationSeed): FieldOperation | null {
  const all = placesOf(root);
  const inner = all.filter(({ path }) => path.length > 0);
  const lists = all.filter(({ value }) => Array.isArray(value));
  const longLists = lists.filter(({ value }) => lengthOf(value) > 1);
  const maps = all.filter(({ value }) => isMap(value));
  const { index, key, value } = seed;
  switch (seed.kind) {
    case 0:
      return from(inner, seed, ({ path }) => ({ kind: 'set', path, value }));
    case 1:
      return from(inner, seed, ({ path }) => ({ kind: 'remove', path }));
    case 2:
      return from([...lists, ...inner.filter((one) => one.value === null)], seed, (list) => {
        const at = index % (lengthOf(list.value) + 1);
        return { kind: 'insert', path: list.path, index: at, value };
      });
    case 3:
      return from(maps, seed, ({ path }) => ({ kind: 'set', path: [...path, key], value }));
    case 4:
      return from(longLists, seed, ({ path, value: list }) => {
        const length = lengthOf(list);
        const start = index % length;
        const to = (start + 1 + (seed.place % (length - 1))) % length;
        return { kind: 'move', path, from: start, to };
      });
    case 5:
      return from(
        inner.filter(({ path }) => isMap(valueAt(root, path.slice(0, -1)))),
        seed,
        ({ path }) => ({ kind: 'rename-key', path, key }),
      );
    default:
      return from(
        lists.filter(({ value: list }) => lengthOf(list) > 0),
        seed,
        ({ path, value: list }) => ({ kind: 'copy', path, index: index % lengthOf(list) }),
      );
  }
}

/** A random item of a list of this value, with its path; null where there is none. */
export function itemFor(root: unknown, { place }: OperationSeed): Place | null {
  const items = placesOf(root).filter(({ path }) => typeof path.at(-1) === 'number');
  return items[place % Math.max(1, items.length)] ?? null;
}

function from(
  places: readonly Place[],
  { place }: OperationSeed,
  make: (place: Place) => FieldOperation,
): FieldOperation | null {
  const chosen = places[place % Math.max(1, places.length)];
  return chosen === undefined ? null : make(chosen);
}

function placesOf(value: unknown, path: FieldPath = [], places: Place[] = []): readonly Place[] {
  if (places.length > 300) {
    return places;
  }
  places.push({ path, value });
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      placesOf(item, [...path, index], places);
    });
  } else if (isMap(value)) {
    for (const [key, item] of Object.entries(value)) {
      placesOf(item, [...path, key], places);
    }
  }
  return places;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
