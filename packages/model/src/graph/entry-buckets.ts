import type { GraphEntry } from './graph-entry.ts';

/** Entries by key. A bucket's order says nothing. */
export type EntryBuckets = Map<string, GraphEntry[]>;

/** Puts the entry into the key's bucket; it must not be there yet. */
export function addToBucket(buckets: EntryBuckets, key: string, entry: GraphEntry): void {
  const bucket = buckets.get(key);
  if (bucket === undefined) buckets.set(key, [entry]);
  else bucket.push(entry);
}

/** Takes the entry out of the key's bucket. */
export function removeFromBucket(buckets: EntryBuckets, key: string, entry: GraphEntry): void {
  const bucket = buckets.get(key);
  const at = bucket?.indexOf(entry) ?? -1;
  if (bucket === undefined || at < 0) return;
  const last = bucket.pop();
  if (bucket.length === 0) buckets.delete(key);
  else if (last !== undefined && last !== entry) bucket[at] = last;
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
