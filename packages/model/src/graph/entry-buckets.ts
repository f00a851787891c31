import type { GraphEntry } from './graph-entry.ts';

/**
 * Entries by key; a bucket's order says nothing. Most keys have one entry, and there are as many
 * keys as in a large text words: one entry stands without an array.
 */
export type EntryBuckets = Map<string, GraphEntry | GraphEntry[]>;

const NO_ENTRIES: readonly GraphEntry[] = Object.freeze([]);

/** The entries of the key. */
export function entriesOf(buckets: EntryBuckets, key: string): readonly GraphEntry[] {
  const bucket = buckets.get(key);
  if (bucket === undefined) return NO_ENTRIES;
  return Array.isArray(bucket) ? bucket : [bucket];
}

/** How many entries the key has. */
export function countEntries(buckets: EntryBuckets, key: string): number {
  const bucket = buckets.get(key);
  if (bucket === undefined) return 0;
  return Array.isArray(bucket) ? bucket.length : 1;
}

/** Puts the entry into the key's bucket; it must not be there yet. */
export function addToBucket(buckets: EntryBuckets, key: string, entry: GraphEntry): void {
  const bucket = buckets.get(key);
  if (bucket === undefined) buckets.set(key, entry);
  else if (Array.isArray(bucket)) bucket.push(entry);
  else buckets.set(key, [bucket, entry]);
}

/** Takes the entry out of the key's bucket. */
export function removeFromBucket(buckets: EntryBuckets, key: string, entry: GraphEntry): void {
  const bucket = buckets.get(key);
  if (bucket === entry) buckets.delete(key);
  if (!Array.isArray(bucket)) return;
  const at = bucket.indexOf(entry);
  const last = at < 0 ? undefined : bucket.pop();
  if (last !== undefined && last !== entry) bucket[at] = last;
  if (bucket.length === 0) buckets.delete(key);
}

/** Moves the entry from the buckets of some keys to those of others. */
export function moveBuckets(
  buckets: EntryBuckets,
  entry: GraphEntry,
  from: readonly string[],
  to: readonly string[],
): void {
  if (from.length === to.length && from.every((key, index) => key === to[index])) return;
  for (const key of from) removeFromBucket(buckets, key, entry);
  for (const key of to) addToBucket(buckets, key, entry);
}
