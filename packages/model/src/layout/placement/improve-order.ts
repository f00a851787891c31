import { type ColumnOrder, countCrossings } from './count-crossings.ts';
import { exchangeNeighbours } from './exchange-neighbours.ts';
import type { LayoutGraph } from './layout-graph.ts';

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
 * their neighbours on one side, column by column, to and fro; then neighbours change places where
 * that helps. Given columns are not changed.
 */
export function improveOrder(graph: LayoutGraph, start: ColumnOrder): RatedOrder {
  let best: RatedOrder = { order: start, crossings: countCrossings(graph, start) };
  const columns = start.map((column) => [...column]);
  const heights = new Float64Array(graph.nodes.length).fill(-1);
  for (const column of columns) setHeights(heights, column);
  let sinceBest = 0;
  for (let sweep = 0; sweep < SWEEPS && sinceBest < PATIENCE && best.crossings > 0; sweep += 1) {
    sweepColumns(graph, columns, heights, sweep % 2 === 0);
    const crossings = countCrossings(graph, columns);
    sinceBest += 1;
    if (crossings < best.crossings) {
      best = { order: columns.map((column) => [...column]), crossings };
      sinceBest = 0;
    }
  }
  return best.crossings === 0 ? best : exchanged(graph, best);
}

function exchanged(graph: LayoutGraph, best: RatedOrder): RatedOrder {
  const order = exchangeNeighbours(graph, best.order);
  const crossings = countCrossings(graph, order);
  return crossings < best.crossings ? { order, crossings } : best;
}

function sweepColumns(
  graph: LayoutGraph,
  columns: number[][],
  heights: Float64Array,
  toTheRight: boolean,
): void {
  const sequence = toTheRight ? columns : [...columns].reverse();
  for (const column of sequence) {
    const wanted = new Map(
      column.map((node) => [node, wantedHeight(graph, node, heights, toTheRight)]),
    );
    // Nodes that want the same place stay in their order: sorting is stable.
    column.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
    setHeights(heights, column);
  }
}

/** Between 0 (top) and 1; columns of different length are compared by it. */
function setHeights(heights: Float64Array, column: readonly number[]): void {
  column.forEach((node, index) => {
    heights[node] = index / column.length;
  });
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
    // Rows of a node count, but never as much as another node.
    sum += height + (offset / (graph.heights[other] ?? 1)) * SMALL;
    count += 1;
  }
  return count === 0 ? (heights[node] ?? 0) : sum / count;
}

const SMALL = 1e-5;
