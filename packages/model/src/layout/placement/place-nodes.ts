import type { Slices } from '../../text/slices.ts';
import { columnPositions } from './column-positions.ts';
import type { LayoutGraph } from './layout-graph.ts';
import { hasDelegates, type NodePlaces, placeBlocks } from './place-blocks.ts';
import { placeComponents } from './place-components.ts';

/**
 * Places these nodes, from (0, 0) on: in columns, or in blocks of columns where these would be too
 * tall to be seen. No line may join a member to another node.
 */
export function* placeNodes(graph: LayoutGraph, members: readonly number[]): Slices<NodePlaces> {
  return (yield* placeBlocks(graph, members)) ?? (yield* placeInColumns(graph, members));
}

function* placeInColumns(graph: LayoutGraph, members: readonly number[]): Slices<NodePlaces> {
  const xs = columnPositions(hasDelegates(graph, members));
  const lefts = Float64Array.from(graph.columns, (column) => xs[column] ?? 0);
  return { lefts, tops: yield* placeComponents(graph, members) };
}
