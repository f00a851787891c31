import {
  type Resource,
  rangeOf,
  resourceAt,
  type Snapshot,
  type TopologyEdge,
} from '@portolan/model';

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
