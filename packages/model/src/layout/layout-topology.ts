import type { NodeId, Topology } from '../graph/topology.ts';
import type { Point } from './node-geometry.ts';
import { columnPositions } from './placement/column-positions.ts';
import { buildLayoutGraph, delegatesOf } from './placement/layout-graph.ts';
import { placeComponents } from './placement/place-components.ts';

/**
 * A place for every node: columns LoadBalancer, Gateway, VirtualService, delegates where there are
 * any, Services and ServiceEntries; few crossings, no overlaps, what hangs together is together.
 * Follows from the nodes and edges alone, not from their order.
 */
export function layoutTopology(topology: Topology): ReadonlyMap<NodeId, Point> {
  const delegates = delegatesOf(topology);
  const graph = buildLayoutGraph(topology, delegates, true);
  const tops = placeComponents(graph, [...graph.heights.keys()]);
  const xs = columnPositions(delegates.size > 0);
  return new Map(
    graph.nodes.map((node, index) => [
      node.id,
      { x: xs[graph.columns[index] ?? 0] ?? 0, y: tops[index] ?? 0 },
    ]),
  );
}
