import type { Resource } from '../../resources/resource.ts';
import type { Relation } from './relation.ts';
import type { Unit } from './unit.ts';

/** Where resources are found under one key of a relation, and who looked there. Changes in place. */
export interface Slot {
  readonly relation: Relation;
  readonly key: string;
  /** Sorted by id, each once. */
  readonly holders: Resource[];
  /** How often a holder names the key more than once. */
  repeats: number;
  readonly seekers: Set<Unit>;
  /** What group checks say about it; null before it is shared. */
  groups: readonly Unit[] | null;
}

/** All slots that somebody holds or seeks. */
export type Slots = ReadonlyMap<Relation, Map<string, Slot>>;

/** No slots yet, for these relations. */
export function createSlots(relations: Iterable<Relation>): Slots {
  return new Map([...relations].map((relation) => [relation, new Map()]));
}

/** The slot of this key; a new one where there is none yet. */
export function getSlot(slots: Slots, relation: Relation, key: string): Slot {
  const siblings = slots.get(relation);
  if (siblings === undefined) throw new Error(`No check declares the relation ${relation.name}.`);
  const known = siblings.get(key);
  if (known !== undefined) return known;
  const slot: Slot = {
    relation,
    key,
    holders: [],
    repeats: 0,
    seekers: new Set(),
    groups: null,
  };
  siblings.set(key, slot);
  return slot;
}

/** Whether several resources, or one several times, have the key. */
export function isShared({ holders, repeats }: Slot): boolean {
  return holders.length > 1 || repeats > 0;
}

/** Forgets a slot that nobody holds or seeks. */
export function dropEmpty(slots: Slots, { relation, key, holders, seekers }: Slot): void {
  if (holders.length === 0 && seekers.size === 0) slots.get(relation)?.delete(key);
}

/** Puts the resource among the holders, in the place of one with the same id. */
export function addHolder({ holders }: Slot, resource: Resource): void {
  const at = findPlace(holders, resource.id);
  holders.splice(at, holders[at]?.id === resource.id ? 1 : 0, resource);
}

/** Takes the one of this id from the holders. */
export function removeHolder({ holders }: Slot, id: string): void {
  const at = findPlace(holders, id);
  if (holders[at]?.id === id) holders.splice(at, 1);
}

function findPlace(holders: readonly Resource[], id: string): number {
  let low = 0;
  let high = holders.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((holders[middle]?.id ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
