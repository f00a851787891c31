import type { ColumnOrder } from './count-crossings.ts';
import type { LayoutGraph } from './layout-graph.ts';

const PASSES = 12;
/** Comparisons of two nodes cost as much as they have lines; this many lines are looked at at most. */
const MOST_WORK = 1_500_000;

/** Lets nodes that are next to each other change places as long as that takes crossings away. */
export function exchangeNeighbours(graph: LayoutGraph, order: ColumnOrder): ColumnOrder {
  const columns = order.map((column) => [...column]);
  const ranks = new Int32Array(graph.nodes.length).fill(-1);
  for (const column of columns) setRanks(ranks, column);
  let work = 0;
  let changed = true;
  for (let pass = 0; pass < PASSES && changed && work < MOST_WORK; pass += 1) {
    changed = false;
    for (const column of columns) {
      const ends = new Map(column.map((node) => [node, endsOf(graph, node, ranks)]));
      for (let i = 0; i + 1 < column.length && work < MOST_WORK; i += 1) {
        const upper = column[i] ?? 0;
        const lower = column[i + 1] ?? 0;
        const ofUpper = ends.get(upper) ?? [];
        const ofLower = ends.get(lower) ?? [];
        work += total(ofUpper) + total(ofLower);
        if (gain(ofUpper, ofLower) <= 0) continue;
        column[i] = lower;
        column[i + 1] = upper;
        changed = true;
      }
      setRanks(ranks, column);
    }
  }
  return columns;
}

/** For each column, where a node's lines to it end, ascending. */
type LineEnds = readonly (readonly number[])[];

/** How many crossings go away when the two change places. */
function gain(upper: LineEnds, lower: LineEnds): number {
  let sum = 0;
  for (let column = 0; column < upper.length; column += 1) {
    const a = upper[column] ?? [];
    const b = lower[column] ?? [];
    sum += pairsAbove(a, b) - pairsAbove(b, a);
  }
  return sum;
}

/** How many pairs there are in which the one of `ends` is lower on the screen than that of `others`. */
function pairsAbove(ends: readonly number[], others: readonly number[]): number {
  let pairs = 0;
  let smaller = 0;
  for (const end of ends) {
    while (smaller < others.length && (others[smaller] ?? 0) < end) smaller += 1;
    pairs += smaller;
  }
  return pairs;
}

function endsOf(graph: LayoutGraph, node: number, ranks: Int32Array): LineEnds {
  const ends: number[][] = Array.from({ length: graph.columnCount }, () => []);
  const add = (other: number, y: number): void => {
    const rank = ranks[other] ?? -1;
    if (rank < 0) return;
    ends[graph.columns[other] ?? 0]?.push(rank + y / ((graph.heights[other] ?? 0) + 1));
  };
  for (const line of graph.right[node] ?? []) add(line.target, line.targetY);
  for (const line of graph.left[node] ?? []) add(line.source, line.sourceY);
  for (const list of ends) list.sort((a, b) => a - b);
  return ends;
}

function total(ends: LineEnds): number {
  return ends.reduce((sum, list) => sum + list.length, 1);
}

function setRanks(ranks: Int32Array, column: readonly number[]): void {
  column.forEach((node, index) => {
    ranks[node] = index;
  });
}
