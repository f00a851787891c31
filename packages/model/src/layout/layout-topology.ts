import type { NodeId, Topology } from '../graph/topology.ts';
import { finish, type Slices } from '../text/slices.ts';
import { measureNode } from './measure-node.ts';
import type { Measure, Point } from './node-geometry.ts';
import { buildLayoutGraph, delegatesOf } from './placement/layout-graph.ts';
import { placeNodes } from './placement/place-nodes.ts';

/**
 * A place for every node: columns LoadBalancer, Gateway, VirtualService, delegates where there are
 * any, Services and ServiceEntries; where these would be too tall, blocks of such columns. Few
 * crossings, no overlaps, what hangs together is together. Follows from the nodes and edges alone,
 * not from their order. `measure` says how large nodes are, where some are not shown in full.
 */
export function layoutTopology(
  topology: Topology,
  measure: Measure = measureNode,
): ReadonlyMap<NodeId, Point> {
  return finish(layoutTopologyInSlices(topology, measure));
}

/** The same, in slices of time. */
export function* layoutTopologyInSlices(
  topology: Topology,
  measure: Measure,
): Slices<ReadonlyMap<NodeId, Point>> {
  const delegates = delegatesOf(topology);
  const graph = yield* buildLayoutGraph(topology, { delegates, withLanes: true, measure });
  const { lefts, tops } = yield* placeNodes(graph, [...graph.heights.keys()]);
  return new Map(
    graph.nodes.map((node, index) => [node.id, { x: lefts[index] ?? 0, y: tops[index] ?? 0 }]),
  );
}
