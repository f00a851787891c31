import {
  type Resource,
  rangeOf,
  resourceAt,
  type Snapshot,
  type TextRange,
  type TopologyEdge,
} from '@portolan/model';
import type { Selection } from '../view-state/view-state.ts';

/** The lines of the text that stand for what is selected; several where an edge has several origins. */
export function findSelectedRanges(snapshot: Snapshot, selection: Selection): readonly TextRange[] {
  const { nodes, edges } = snapshot.topology;
  const selectedNodes = new Set(selection.nodes);
  const selectedEdges = new Set(selection.edges);
  const ranges: TextRange[] = [];
  if (selectedNodes.size > 0) {
    for (const node of nodes) {
      if (!selectedNodes.has(node.id) || node.resourceId === null) continue;
      const range = rangeOf(snapshot, node.resourceId, []);
      if (range !== undefined) ranges.push(range);
    }
  }
  if (selectedEdges.size > 0) {
    for (const edge of edges) {
      if (selectedEdges.has(edge.id)) ranges.push(...rangesOfEdge(snapshot, edge));
    }
  }
  return ranges.sort((left, right) => left.start - right.start);
}

/** What stands for a place of the text on the canvas: the edge that its lines make, else the node of its resource. */
export function findTargetAt(
  snapshot: Snapshot,
  offset: number,
): { readonly kind: 'node' | 'edge'; readonly id: string } | null {
  const resource = resourceAt(snapshot, offset);
  if (resource === undefined) return null;
  const edge = findEdgeAt(snapshot, resource, offset);
  if (edge !== null) return { kind: 'edge', id: edge.id };
  const node = snapshot.topology.nodes.find((one) => standsFor(one, resource));
  return node === undefined ? null : { kind: 'node', id: node.id };
}

function findEdgeAt(snapshot: Snapshot, resource: Resource, offset: number): TopologyEdge | null {
  let found: TopologyEdge | null = null;
  let length = Number.POSITIVE_INFINITY;
  for (const edge of snapshot.topology.edges) {
    for (const origin of edge.origins) {
      if (origin.resourceId !== resource.id || origin.path.length === 0) continue;
      const range = rangeOf(snapshot, origin.resourceId, origin.path);
      if (range === undefined) continue;
      const isInside = range.start <= offset && offset <= range.end;
      if (isInside && range.end - range.start < length) {
        found = edge;
        length = range.end - range.start;
      }
    }
  }
  return found;
}

function standsFor(node: Snapshot['topology']['nodes'][number], resource: Resource): boolean {
  if (node.resourceId === resource.id) return true;
  const hasSubset = (subsets: readonly { readonly destinationRule: string }[]) =>
    subsets.some((subset) => subset.destinationRule === resource.id);
  switch (node.kind) {
    case 'Service':
      return hasSubset(node.subsets) || node.workloads.some(({ id }) => id === resource.id);
    case 'ServiceEntry':
      return hasSubset(node.subsets);
    case 'LoadBalancer':
    case 'Gateway':
    case 'VirtualService':
      return false;
  }
}

function rangesOfEdge(snapshot: Snapshot, edge: TopologyEdge): readonly TextRange[] {
  return edge.origins.flatMap(({ resourceId, path }) => rangeOf(snapshot, resourceId, path) ?? []);
}
