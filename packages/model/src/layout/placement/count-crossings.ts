import type { LayoutGraph } from './layout-graph.ts';

/** Node indexes of each column, from top to bottom. */
export type ColumnOrder = readonly (readonly number[])[];

/**
 * How often lines between the same two columns cross when the columns are ordered so. Lines that
 * share a handle do not cross. Lines to nodes that are not in the order do not count.
 */
export function countCrossings(graph: LayoutGraph, order: ColumnOrder): number {
  const slots = slotsOf(graph, order);
  let crossings = 0;
  for (const column of order) crossings += crossingsFrom(graph, column, slots);
  return crossings;
}

interface Slots {
  /** For each node the first of its slots in its column, or -1: a slot is a handle on its left. */
  readonly first: Int32Array;
  /** How many slots each column has. */
  readonly counts: readonly number[];
}

function slotsOf(graph: LayoutGraph, order: ColumnOrder): Slots {
  const first = new Int32Array(graph.size).fill(-1);
  const counts = order.map((column) => {
    let count = 0;
    for (const node of column) {
      first[node] = count;
      count += graph.left[node]?.length ?? 0;
    }
    return count;
  });
  return { first, counts };
}

function crossingsFrom(graph: LayoutGraph, column: readonly number[], slots: Slots): number {
  const trees = slots.counts.map((count) => new SlotCounts(count));
  let crossings = 0;
  for (const node of column) {
    const lines = graph.right[node] ?? [];
    for (let start = 0; start < lines.length; ) {
      let end = start;
      while (end < lines.length && lines[end]?.sourceY === lines[start]?.sourceY) end += 1;
      const pending: [SlotCounts, number][] = [];
      for (const line of lines.slice(start, end)) {
        const tree = trees[graph.columns[line.target] ?? 0];
        const slot = slotOf(graph, slots, line.target, line.targetY);
        if (tree === undefined || slot < 0) continue;
        crossings += tree.countAbove(slot);
        pending.push([tree, slot]);
      }
      for (const [tree, slot] of pending) tree.add(slot);
      start = end;
    }
  }
  return crossings;
}

/** Lines that end at the same handle have the same slot. */
function slotOf(graph: LayoutGraph, slots: Slots, target: number, targetY: number): number {
  const first = slots.first[target] ?? -1;
  if (first < 0) return -1;
  const lines = graph.left[target] ?? [];
  // Sorted by height: a binary search, since many lines may end at one node.
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.targetY ?? 0) < targetY) low = middle + 1;
    else high = middle;
  }
  return first + low;
}

/** How many lines end at each slot, with quick sums (a Fenwick tree). */
class SlotCounts {
  private readonly sums: Int32Array;
  private total = 0;

  constructor(size: number) {
    this.sums = new Int32Array(size + 1);
  }

  add(slot: number): void {
    this.total += 1;
    for (let i = slot + 1; i < this.sums.length; i += i & -i)
      this.sums[i] = (this.sums[i] ?? 0) + 1;
  }

  /** How many lines end at slots with a higher number. */
  countAbove(slot: number): number {
    let below = 0;
    for (let i = slot + 1; i > 0; i -= i & -i) below += this.sums[i] ?? 0;
    return this.total - below;
  }
}
