import type { ColumnOrder } from './count-crossings.ts';
import type { LayoutGraph } from './layout-graph.ts';

/** Between nodes of a column, in pixels at 100 % zoom. */
export const NODE_GAP = 28;

const ROUNDS = 8;

/**
 * The tops of ordered nodes: in their order, NODE_GAP apart at least, and otherwise where their
 * lines are as straight as they can be. Writes into `tops`; the highest node is at 0.
 */
export function placeColumns(graph: LayoutGraph, order: ColumnOrder, tops: Float64Array): void {
  for (const column of order) stack(graph, column, tops);
  for (let round = 0; round < ROUNDS; round += 1) {
    const toTheRight = round % 2 === 1;
    for (const column of toTheRight ? order : [...order].reverse()) {
      straighten(graph, column, tops, toTheRight);
    }
  }
  // The first columns last, by both sides, so that a hub is in the middle of what it holds.
  for (const column of order) straighten(graph, column, tops, null);
  let highest = Number.POSITIVE_INFINITY;
  for (const column of order)
    for (const node of column) highest = Math.min(highest, tops[node] ?? 0);
  for (const column of order) {
    for (const node of column) tops[node] = Math.round((tops[node] ?? 0) - highest);
  }
}

function stack(graph: LayoutGraph, column: readonly number[], tops: Float64Array): void {
  let y = 0;
  for (const node of column) {
    tops[node] = y;
    y += (graph.heights[node] ?? 0) + NODE_GAP;
  }
}

/** A run of nodes that touch each other: they want `sum / weight` as the top of the first. */
interface Run {
  sum: number;
  weight: number;
  count: number;
}

/**
 * Moves the nodes of a column to where their lines want them, in order and apart: the least sum of
 * squares (isotonic regression, by pooling neighbours that would overlap).
 */
function straighten(
  graph: LayoutGraph,
  column: readonly number[],
  tops: Float64Array,
  toTheRight: boolean | null,
): void {
  const runs: Run[] = [];
  let offset = 0;
  for (const node of column) {
    const { top, weight } = wantedTop(graph, node, tops, toTheRight);
    runs.push({ sum: (top - offset) * weight, weight, count: 1 });
    offset += (graph.heights[node] ?? 0) + NODE_GAP;
    pool(runs);
  }
  let index = 0;
  offset = 0;
  for (const run of runs) {
    for (let i = 0; i < run.count; i += 1, index += 1) {
      const node = column[index] ?? 0;
      tops[node] = run.sum / run.weight + offset;
      offset += (graph.heights[node] ?? 0) + NODE_GAP;
    }
  }
}

function pool(runs: Run[]): void {
  for (;;) {
    const last = runs.at(-1);
    const before = runs.at(-2);
    if (last === undefined || before === undefined) return;
    if (before.sum / before.weight <= last.sum / last.weight) return;
    runs.pop();
    before.sum += last.sum;
    before.weight += last.weight;
    before.count += last.count;
  }
}

/** What has no lines on that side stays where it is, but gives way easily. */
const LOOSE = 0.05;

function wantedTop(
  graph: LayoutGraph,
  node: number,
  tops: Float64Array,
  toTheRight: boolean | null,
): { readonly top: number; readonly weight: number } {
  let sum = 0;
  let weight = 0;
  if (toTheRight !== false) {
    for (const line of graph.left[node] ?? []) {
      sum += (tops[line.source] ?? 0) + line.sourceY - line.targetY;
      weight += 1;
    }
  }
  if (toTheRight !== true) {
    for (const line of graph.right[node] ?? []) {
      sum += (tops[line.target] ?? 0) + line.targetY - line.sourceY;
      weight += 1;
    }
  }
  return weight === 0 ? { top: tops[node] ?? 0, weight: LOOSE } : { top: sum / weight, weight };
}
