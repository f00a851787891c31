import { type Field, type FieldPath, valueAt } from '@portolan/model';
import { isIdentity } from './curated-fields.ts';
import { type FieldSpot, fieldOf, isMapping, itemOf } from './field-spot.ts';

/** What a search finds: the likeliest first, and how many there are in all. */
export interface FoundFields {
  readonly spots: readonly FieldSpot[];
  readonly count: number;
}

/**
 * The fields whose name, place or description holds every word of the query. Of a list every item
 * that is there counts, and the first of one that is empty; of a map every key. What only a rename
 * may change is left out.
 */
export function searchFields(
  root: FieldSpot,
  value: unknown,
  query: string,
  most: number,
): FoundFields {
  const words = query
    .toLowerCase()
    .split(/[\s.]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return { spots: [], count: 0 };
  const found = [...spotsBelow(root, value)]
    .filter(({ path }) => !isIdentity(path))
    .map((spot) => ({ spot, rank: rankOf(spot, words) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((left, right) => left.rank - right.rank);
  return { spots: found.slice(0, most).map(({ spot }) => spot), count: found.length };
}

function* spotsBelow(spot: FieldSpot, value: unknown): Generator<FieldSpot> {
  for (const field of spot.field.fields) {
    const child = fieldOf(spot, field);
    yield child;
    yield* spotsBelow(child, valueAt(value, [field.name]));
  }
  for (const step of stepsInto(spot.field, value)) {
    const item = itemOf(spot, step);
    if (item === null) continue;
    yield* spotsBelow(item, valueAt(value, [step]));
  }
}

function stepsInto({ type }: Field, value: unknown): FieldPath {
  if (type === 'map') return isMapping(value) ? Object.keys(value) : [];
  if (type !== 'list') return [];
  return Array.isArray(value) && value.length > 0 ? [...value.keys()] : [0];
}

/** The smaller, the likelier: the name itself, then its place, then what is said about it. */
function rankOf({ field, path }: FieldSpot, words: readonly string[]): number {
  const name = String(path.at(-1)).toLowerCase();
  const last = words.at(-1) ?? '';
  const place = path.join('.').toLowerCase();
  const everything = `${place} ${field.description.toLowerCase()}`;
  if (!words.every((word) => everything.includes(word))) return Number.POSITIVE_INFINITY;
  const depth = path.length / 100;
  if (name === last) return depth;
  if (name.startsWith(last)) return 1 + depth;
  if (name.includes(last)) return 2 + depth;
  return (words.every((word) => place.includes(word)) ? 3 : 4) + depth;
}
