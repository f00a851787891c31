import type { Slices } from '../../text/slices.ts';
import { type ColumnOrder, countCrossings } from './count-crossings.ts';
import type { LayoutGraph } from './layout-graph.ts';
import { rowHeight, setHeights } from './relative-heights.ts';

const SWEEPS = 10;
/** Sweeps without a better order after which no better one is expected. */
const PATIENCE = 4;

/** An order, and how many crossings it has. */
export interface RatedOrder {
  readonly order: ColumnOrder;
  readonly crossings: number;
}

/**
 * Makes an order with fewer crossings from one, or gives that one back: nodes go to the middle of
 * their neighbours on one side, column by column, to and fro. Given columns are not changed.
 */
export function* sweepOrder(graph: LayoutGraph, start: ColumnOrder): Slices<RatedOrder> {
  let best: RatedOrder = { order: start, crossings: countCrossings(graph, start) };
  const columns = start.map((column) => [...column]);
  const heights = new Float64Array(graph.size).fill(-1);
  const wanted = new Float64Array(graph.size);
  for (const column of columns) setHeights(heights, column);
  yield null;
  let sinceBest = 0;
  for (let sweep = 0; sweep < SWEEPS && sinceBest < PATIENCE && best.crossings > 0; sweep += 1) {
    const toTheRight = sweep % 2 === 0;
    for (const column of toTheRight ? columns : [...columns].reverse()) {
      for (const node of column) wanted[node] = wantedHeight(graph, node, heights, toTheRight);
      // Nodes that want the same place stay in their order: sorting is stable.
      column.sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
      setHeights(heights, column);
    }
    const crossings = countCrossings(graph, columns);
    sinceBest += 1;
    if (crossings < best.crossings) {
      best = { order: columns.map((column) => [...column]), crossings };
      sinceBest = 0;
    }
    yield null;
  }
  return best;
}

function wantedHeight(
  graph: LayoutGraph,
  node: number,
  heights: Float64Array,
  toTheRight: boolean,
): number {
  const lines = (toTheRight ? graph.left : graph.right)[node] ?? [];
  let sum = 0;
  let count = 0;
  for (const line of lines) {
    const other = toTheRight ? line.source : line.target;
    const height = heights[other] ?? -1;
    if (height < 0) continue;
    const offset = toTheRight ? line.sourceY : line.targetY;
    sum += height + rowHeight(graph, other, offset);
    count += 1;
  }
  return count === 0 ? (heights[node] ?? 0) : sum / count;
}
