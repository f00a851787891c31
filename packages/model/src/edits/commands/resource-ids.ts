import type { NodeId, TopologyNode } from '../../graph/topology.ts';
import type { Resource, ResourceId } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';

/** The id that the resource would have with another name and namespace. */
export function idWithName(resource: Resource, name: string, namespace: string): ResourceId {
  return `${resource.id.slice(0, resource.id.indexOf('/'))}/${namespace}/${name}`;
}

/** The node that stands for a resource, if one does. */
export function nodeOf(snapshot: Snapshot, id: ResourceId): TopologyNode | undefined {
  return snapshot.topology.nodes.find(({ resourceId }) => resourceId === id);
}

/** The id of the node that a resource with this id will have, if it is drawn as `resource` is. */
export function nodeIdLike(snapshot: Snapshot, resource: Resource, id: ResourceId): NodeId | null {
  const node = nodeOf(snapshot, resource.id);
  return node === undefined ? null : `${node.kind}${id.slice(id.indexOf('/'))}`;
}
