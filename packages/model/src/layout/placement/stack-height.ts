import type { LayoutGraph } from './layout-graph.ts';
import { NODE_GAP } from './place-columns.ts';

/** How high the highest column of these nodes is when they stand one below the other. */
export function stackHeight(graph: LayoutGraph, members: readonly number[]): number {
  const heights = new Float64Array(graph.columnCount);
  for (const node of members) {
    const column = graph.columns[node] ?? 0;
    heights[column] = (heights[column] ?? 0) + (graph.heights[node] ?? 0) + NODE_GAP;
  }
  return Math.max(0, Math.max(...heights) - NODE_GAP);
}
