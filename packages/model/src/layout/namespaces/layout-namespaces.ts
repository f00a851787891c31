import type { NodeId, Topology, TopologyNode } from '../../graph/topology.ts';
import { finish, type Slices } from '../../text/slices.ts';
import { layoutTopologyInSlices } from '../layout-topology.ts';
import type { Point } from '../node-geometry.ts';
import { type Folding, measureWith, NOTHING_FOLDED } from './folding.ts';
import { type NamespaceFrame, namespaceFrames, nodesByNamespace } from './namespace-frames.ts';
import { placeFrames } from './place-frames.ts';

/**
 * A place for every node, so that those of a namespace stand together as they would alone, and the
 * frames round namespaces have no point in common. Follows from the nodes and edges alone.
 */
export function layoutNamespaces(
  topology: Topology,
  folding: Folding = NOTHING_FOLDED,
): ReadonlyMap<NodeId, Point> {
  return finish(layoutNamespacesInSlices(topology, folding));
}

/** The same, in slices of time. */
export function* layoutNamespacesInSlices(
  topology: Topology,
  folding: Folding,
): Slices<ReadonlyMap<NodeId, Point>> {
  const measure = measureWith(folding);
  const inside = new Map<NodeId, Point>();
  for (const { part } of partsByNamespace(topology))
    for (const [id, place] of yield* layoutTopologyInSlices(part, measure)) inside.set(id, place);
  return packNamespaces(topology, inside, folding);
}

/** The same places within each namespace, and their frames arranged anew, each as large as it is. */
export function packNamespaces(
  topology: Topology,
  inside: ReadonlyMap<NodeId, Point>,
  folding: Folding,
): ReadonlyMap<NodeId, Point> {
  const frames = namespaceFrames(topology, inside, folding);
  const tops = arrangeFrames(topology, frames);
  const places = new Map<NodeId, Point>();
  for (const frame of frames) {
    const { x, y } = tops.get(frame.namespace) ?? frame;
    for (const id of frame.nodeIds) {
      const point = inside.get(id) ?? frame;
      places.set(id, { x: point.x + x - frame.x, y: point.y + y - frame.y });
    }
  }
  return places;
}

/** Where the frames of a topology go, each as large as it is. */
function arrangeFrames(
  { nodes, edges }: Topology,
  frames: readonly NamespaceFrame[],
): ReadonlyMap<string, Point> {
  const namespaceOf = new Map(nodes.map(({ id, namespace }) => [id, namespace]));
  const neighbours = new Map<string, Set<string>>(
    frames.map(({ namespace }) => [namespace, new Set()]),
  );
  for (const { source, target } of edges) {
    const [from, to] = [namespaceOf.get(source), namespaceOf.get(target)];
    if (from === undefined || to === undefined || from === to) continue;
    neighbours.get(from)?.add(to);
    neighbours.get(to)?.add(from);
  }
  return placeFrames(
    frames.map((frame) => ({
      namespace: frame.namespace,
      width: frame.width,
      height: frame.height,
      rank: rankOf(frame),
      neighbours: [...(neighbours.get(frame.namespace) ?? [])].sort(),
    })),
  );
}

/** In the order in which traffic passes the kinds: what comes first in it counts. */
function rankOf({ counts }: NamespaceFrame): number {
  const has = (kind: TopologyNode['kind']): boolean => counts.some((one) => one.kind === kind);
  const first = (['LoadBalancer', 'Gateway', 'VirtualService'] as const).findIndex(has);
  return first < 0 ? 3 : first;
}

/** Of each namespace its nodes and the edges between them. */
export function partsByNamespace(
  topology: Topology,
): readonly { readonly namespace: string; readonly part: Topology }[] {
  const namespaceOf = new Map(topology.nodes.map(({ id, namespace }) => [id, namespace]));
  const edges = new Map<string, Topology['edges'][number][]>();
  for (const edge of topology.edges) {
    const namespace = namespaceOf.get(edge.source);
    if (namespace === undefined || namespace !== namespaceOf.get(edge.target)) continue;
    const known = edges.get(namespace);
    if (known === undefined) edges.set(namespace, [edge]);
    else known.push(edge);
  }
  return nodesByNamespace(topology.nodes).map(([namespace, nodes]) => ({
    namespace,
    part: { nodes, edges: edges.get(namespace) ?? [] },
  }));
}
