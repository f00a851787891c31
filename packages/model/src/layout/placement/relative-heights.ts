import type { LayoutGraph } from './layout-graph.ts';

/** Less than any column's nodes are apart. */
const SMALL = 1e-6;

/**
 * Writes how far down the column each of its nodes is, from 0 (top) to 1, so that columns of
 * different length can be compared. Nodes of no column have -1.
 */
export function setHeights(heights: Float64Array, column: readonly number[]): void {
  column.forEach((node, index) => {
    heights[node] = index / column.length;
  });
}

/** What a row adds to its node's height: rows count, but never as much as another node. */
export function rowHeight(graph: LayoutGraph, node: number, y: number): number {
  return (y / (graph.heights[node] ?? 1)) * SMALL;
}
