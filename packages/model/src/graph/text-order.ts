import type { GraphEntry } from './graph-entry.ts';

/**
 * Gives entries that came into a list at `index` orders between their neighbours'. Where as many
 * went as came, they take over the `orders` of those; where there is no room left, all are numbered anew.
 */
export function setOrders(
  entries: readonly GraphEntry[],
  index: number,
  inserted: readonly GraphEntry[],
  orders: readonly number[],
): void {
  if (orders.length === inserted.length) {
    inserted.forEach((entry, at) => {
      entry.order = orders[at] ?? entry.order;
    });
    return;
  }
  const before = entries[index - 1]?.order ?? -1;
  const after = entries[index + inserted.length]?.order ?? before + inserted.length + 1;
  const step = (after - before) / (inserted.length + 1);
  if (step < SMALLEST_STEP) {
    entries.forEach((entry, at) => {
      entry.order = at;
    });
    return;
  }
  inserted.forEach((entry, at) => {
    entry.order = before + step * (at + 1);
  });
}

// Far above the precision of numbers as large as any count of resources.
const SMALLEST_STEP = 1e-6;

/** Where the entry stands in a list that is in text order. */
export function findIndexOf(entries: readonly GraphEntry[], { order }: GraphEntry): number {
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.order ?? 0) < order) low = middle + 1;
    else high = middle;
  }
  return low;
}
