import { compareEntries, type GraphEntry } from './graph-entry.ts';

/**
 * By what resources find each other.
 * - `id`: the resource with this id
 * - `host`, `wildcard-host`: Services and ServiceEntries that are this host; ServiceEntries of the wildcard that ends so
 * - `rule`, `wildcard-rule`: DestinationRules for exactly this host; those for the wildcard that ends so
 * - `selector`: Services of any namespace whose selector has this pair
 * - `first-pair`: Services of `namespace/` whose selector, sorted, begins with this pair
 * - `label`, `namespace-label`: workloads of any namespace, or of `namespace/`, that have this label
 * - `gateway-name`: Gateways of any namespace with this name
 */
export type Relation =
  | 'id'
  | 'host'
  | 'wildcard-host'
  | 'rule'
  | 'wildcard-rule'
  | 'selector'
  | 'first-pair'
  | 'label'
  | 'namespace-label'
  | 'gateway-name';

/** Where resources meet: who is found under a key, and who looked there. */
export interface Slot {
  readonly key: string;
  readonly siblings: Map<string, Slot>;
  /** Of an id all entries that have it; of everything else those that count. Ask `holdersOf` for their order. */
  holders: readonly GraphEntry[];
  isSorted: boolean;
  /** Entries that are linked again when the holders, or what they say, become others. In no order. */
  needers: readonly GraphEntry[];
  /** Number of the last linking that looked here. */
  visit: number;
}

/** All slots that somebody holds or needs. */
export type Slots = Readonly<Record<Relation, Map<string, Slot>>>;

/** No slots yet. */
export function createSlots(): Slots {
  return {
    id: new Map(),
    host: new Map(),
    'wildcard-host': new Map(),
    rule: new Map(),
    'wildcard-rule': new Map(),
    selector: new Map(),
    'first-pair': new Map(),
    label: new Map(),
    'namespace-label': new Map(),
    'gateway-name': new Map(),
  };
}

/** Nobody. */
export const NO_ENTRIES: readonly GraphEntry[] = Object.freeze([]);
/** Nowhere. */
export const NO_SLOTS: readonly Slot[] = Object.freeze([]);

/** The slot of this key; a new one where there is none yet. */
export function getSlot(slots: Slots, relation: Relation, key: string): Slot {
  const siblings = slots[relation];
  const known = siblings.get(key);
  if (known !== undefined) return known;
  const slot: Slot = {
    key,
    siblings,
    holders: NO_ENTRIES,
    isSorted: true,
    needers: NO_ENTRIES,
    visit: 0,
  };
  siblings.set(key, slot);
  return slot;
}

/** The holders in text order. */
export function holdersOf(slot: Slot): readonly GraphEntry[] {
  if (!slot.isSorted) {
    slot.holders = slot.holders.toSorted(compareEntries);
    slot.isSorted = true;
  }
  return slot.holders;
}

/** The holder that stands last in the text: of an id the one that counts. */
export function lastHolder(slot: Slot): GraphEntry | undefined {
  const holders = holdersOf(slot);
  return holders[holders.length - 1];
}

/** Puts the entry among the holders of the `now` slots, and takes it from those of the `before` ones. */
export function moveHolder(entry: GraphEntry, before: readonly Slot[], now: readonly Slot[]): void {
  const { gone, added } = compareSlots(before, now);
  for (const slot of added) {
    slot.holders = withEntry(slot.holders, entry);
    slot.isSorted = slot.holders.length === 1;
  }
  for (const slot of gone) {
    slot.holders = withoutEntry(slot.holders, entry);
    slot.isSorted = slot.holders.length <= 1;
    dropEmpty(slot);
  }
}

/** Puts the entry among the needers of the `now` slots, and takes it from those of the `before` ones. */
export function moveNeeder(entry: GraphEntry, before: readonly Slot[], now: readonly Slot[]): void {
  const { gone, added } = compareSlots(before, now);
  for (const slot of added) slot.needers = withEntry(slot.needers, entry);
  for (const slot of gone) {
    slot.needers = withoutEntry(slot.needers, entry);
    dropEmpty(slot);
  }
}

/** To be called after a holder got another place in the text. */
export function forgetOrder(slot: Slot): void {
  slot.isSorted = slot.holders.length <= 1;
}

function compareSlots(before: readonly Slot[], now: readonly Slot[]) {
  if (before.length === 0 || now.length === 0) return { gone: before, added: now };
  if (before.length === now.length && before.every((slot, index) => slot === now[index]))
    return { gone: NO_SLOTS, added: NO_SLOTS };
  const had = new Set(before);
  const has = new Set(now);
  return {
    gone: before.filter((slot) => !has.has(slot)),
    added: now.filter((slot) => !had.has(slot)),
  };
}

function dropEmpty({ holders, needers, siblings, key }: Slot): void {
  if (holders.length === 0 && needers.length === 0) siblings.delete(key);
}

// Most slots have one holder and one needer. The list of an entry alone is its own, which all of its
// slots share; longer lists belong to their slot, and change in place.

function withEntry(list: readonly GraphEntry[], entry: GraphEntry): readonly GraphEntry[] {
  const [first] = list;
  if (first === undefined) return entry.alone;
  if (list.length === 1) return [first, entry];
  (list as GraphEntry[]).push(entry);
  return list;
}

function withoutEntry(list: readonly GraphEntry[], entry: GraphEntry): readonly GraphEntry[] {
  const at = list.indexOf(entry);
  if (at < 0) return list;
  if (list.length === 1) return NO_ENTRIES;
  const [first, second] = list;
  if (list.length === 2) return (at === 0 ? second : first)?.alone ?? NO_ENTRIES;
  const last = (list as GraphEntry[]).pop();
  if (last !== undefined && last !== entry) (list as GraphEntry[])[at] = last;
  return list;
}
