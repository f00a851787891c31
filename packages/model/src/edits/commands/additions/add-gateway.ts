import type { GatewayNode, LoadBalancerNode, VirtualServiceNode } from '../../../graph/topology.ts';
import type { Labels } from '../../../resources/resource.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { edgesOf, findTopologyNode } from '../../../snapshot-lookup.ts';
import { type ManifestName, newGateway } from '../../manifests/new-manifest.ts';
import { type Result, refuse, success } from '../../result.ts';
import { assumedGateway, gatewaySelector } from '../assumed-gateway.ts';
import { connectGateway } from '../connect-gateway.ts';
import { serversFor } from '../gateway-servers.ts';
import { type Addition, nameBeside, stemOf, type UnwrittenNode } from './addition.ts';

/** Behind a LoadBalancer: a Gateway on the pods behind it, that listens on the port for HTTP. */
export function addGatewayBehind(snapshot: Snapshot, node: LoadBalancerNode): Result<Addition> {
  if (node.selector === null) {
    return refuse(
      `The Service ${node.name} has no selector, so there are no pods that a Gateway could run on. Give the Service a selector first.`,
    );
  }
  const selector = node.status === 'present' ? node.selector : gatewaySelector(node.selector);
  const { defaultNamespace } = snapshot.assumptions;
  // Gateways stand with the apps, not with the pods that carry them out.
  const name = nameBeside(
    snapshot,
    { ...node, resourceId: null, namespace: defaultNamespace },
    'Gateway',
    ['my-gateway'],
  );
  const servers = [{ number: 80, protocol: 'HTTP', hosts: ['*'] } as const];
  return success({
    name: name.name,
    manifest: newGateway(name, selector, servers),
    changes: [],
    reveal: `Gateway/${defaultNamespace}/${name.name}`,
  });
}

/** In front of a VirtualService: a Gateway that listens for its hosts and protocols. */
export function addGatewayBefore(
  snapshot: Snapshot,
  node: VirtualServiceNode,
): Result<Addition | UnwrittenNode> {
  const missing = edgesOf(snapshot, node.id).find(
    (edge) =>
      edge.kind === 'binds' && findTopologyNode(snapshot, edge.source)?.status === 'missing',
  );
  if (missing !== undefined) {
    return success({ unwritten: missing.source });
  }
  const name = nameBeside(snapshot, node, 'Gateway', [`${stemOf(node.name)}-gateway`]);
  const selector = gatewaySelector(assumedGateway(snapshot).labels);
  const connection = connectGateway(snapshot, drawn(name, node.namespace, selector), node);
  if (!connection.ok) {
    return connection;
  }
  return success({
    name: name.name,
    manifest: newGateway(name, selector, serversFor([node])),
    changes: connection.value.changes,
    reveal: `Gateway/${node.namespace}/${name.name}`,
  });
}

/** The new Gateway as a node. It gets the VirtualService's own hosts, so none are compared. */
function drawn({ name }: ManifestName, namespace: string, selector: Labels): GatewayNode {
  return {
    kind: 'Gateway',
    id: `Gateway/${namespace}/${name}`,
    ...{ name, namespace, selector },
    servers: [],
    status: 'present',
    resourceId: null,
    stale: false,
    explanation: '',
    duplicates: 0,
  };
}
