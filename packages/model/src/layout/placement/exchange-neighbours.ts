import type { ColumnOrder } from './count-crossings.ts';
import type { LayoutGraph } from './layout-graph.ts';
import { rowHeight, setHeights } from './relative-heights.ts';

const PASSES = 12;
/** At most so many line ends are looked at. */
const MOST_WORK = 120_000;

/** Lets nodes that are next to each other change places as long as that takes crossings away. */
export function exchangeNeighbours(graph: LayoutGraph, order: ColumnOrder): ColumnOrder {
  const columns = order.map((column) => [...column]);
  const heights = new Float64Array(graph.size).fill(-1);
  for (const column of columns) setHeights(heights, column);
  const ends: LineEnds[] = [];
  let work = 0;
  let changed = true;
  for (let pass = 0; pass < PASSES && changed && work < MOST_WORK; pass += 1) {
    changed = false;
    for (const column of columns) {
      for (const node of column) {
        const found = endsOf(graph, node, heights);
        ends[node] = found;
        work += found.left.length + found.right.length + 1;
      }
      if (!exchangeColumn(column, ends)) continue;
      changed = true;
      setHeights(heights, column);
    }
  }
  return columns;
}

/** Goes through a column once; whether anything changed. */
function exchangeColumn(column: number[], ends: readonly LineEnds[]): boolean {
  let changed = false;
  for (let i = 0; i + 1 < column.length; i += 1) {
    const upper = column[i] ?? 0;
    const lower = column[i + 1] ?? 0;
    if (gain(ends[upper] ?? NO_ENDS, ends[lower] ?? NO_ENDS) <= 0) continue;
    column[i] = lower;
    column[i + 1] = upper;
    changed = true;
  }
  return changed;
}

/** Where a node's lines end on either side, ascending, from 0 (the top of a column) to 1. */
interface LineEnds {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

const NO_ENDS: LineEnds = { left: [], right: [] };

/** How many crossings go away when the two change places. */
function gain(upper: LineEnds, lower: LineEnds): number {
  return (
    pairsAbove(upper.left, lower.left) -
    pairsAbove(lower.left, upper.left) +
    pairsAbove(upper.right, lower.right) -
    pairsAbove(lower.right, upper.right)
  );
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

function endsOf(graph: LayoutGraph, node: number, heights: Float64Array): LineEnds {
  const left: number[] = [];
  const right: number[] = [];
  for (const line of graph.left[node] ?? []) {
    const height = heights[line.source] ?? -1;
    if (height >= 0) left.push(height + rowHeight(graph, line.source, line.sourceY));
  }
  for (const line of graph.right[node] ?? []) {
    const height = heights[line.target] ?? -1;
    if (height >= 0) right.push(height + rowHeight(graph, line.target, line.targetY));
  }
  if (left.length > 1) left.sort((a, b) => a - b);
  if (right.length > 1) right.sort((a, b) => a - b);
  return { left, right };
}
