import type { Slices } from '../../text/slices.ts';
import { connectedComponents } from './connected-components.ts';
import type { ColumnOrder } from './count-crossings.ts';
import type { LayoutGraph } from './layout-graph.ts';
import { orderColumns } from './order-columns.ts';
import { placeColumns } from './place-columns.ts';

/** Between parts that no line joins, in pixels at 100 % zoom. */
export const COMPONENT_GAP = 48;

/**
 * The tops of these nodes, by index: each connected part laid out alone, one below the other, or
 * beside each other where they use different columns. No line may join a member to another node.
 */
export function* placeComponents(
  graph: LayoutGraph,
  members: readonly number[],
): Slices<Float64Array> {
  const tops = new Float64Array(graph.size);
  const free = new Float64Array(graph.columnCount);
  for (const component of sortedComponents(graph, members)) {
    const order = yield* orderColumns(graph, component);
    placeColumns(graph, order, tops);
    settle(graph, order, tops, free);
    yield null;
  }
  return tops;
}

/** What begins further left first; larger ones first; then by id. */
function sortedComponents(
  graph: LayoutGraph,
  members: readonly number[],
): readonly (readonly number[])[] {
  const leftmost = (component: readonly number[]): number =>
    component.reduce((least, node) => Math.min(least, graph.columns[node] ?? 0), graph.columnCount);
  return connectedComponents(graph, members)
    .map((component) => ({ component, column: leftmost(component) }))
    .sort((a, b) => a.column - b.column || b.component.length - a.component.length)
    .map(({ component }) => component);
}

/** Moves a component down to where its columns, and those between them, are free. */
function settle(
  graph: LayoutGraph,
  order: ColumnOrder,
  tops: Float64Array,
  free: Float64Array,
): void {
  const used = order.flatMap((column, index) => (column.length > 0 ? [index] : []));
  const from = used[0] ?? 0;
  const to = (used.at(-1) ?? 0) + 1;
  const top = Math.max(...free.subarray(from, to));
  let bottom = top;
  for (const node of order.flat()) {
    tops[node] = (tops[node] ?? 0) + top;
    bottom = Math.max(bottom, (tops[node] ?? 0) + (graph.heights[node] ?? 0));
  }
  free.fill(bottom + COMPONENT_GAP, from, to);
}
