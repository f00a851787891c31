import type { GatewayNode } from '../../../graph/topology.ts';
import type { AssumedGateway } from '../../../resources/assumptions.ts';
import { matchesSelector } from '../../../resources/match-selector.ts';
import type { Labels } from '../../../resources/resource.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { edgesOf, findTopologyNode } from '../../../snapshot-lookup.ts';
import { newLoadBalancer } from '../../manifests/new-manifest.ts';
import { uniqueName } from '../../manifests/resource-name.ts';
import { type Result, refuse, success } from '../../result.ts';
import { assumedGateway } from '../assumed-gateway.ts';
import { type Addition, stemOf, type UnwrittenNode } from './addition.ts';

/** In front of a Gateway: a Service of type LoadBalancer on its pods, with a port for each of its servers. */
export function addLoadBalancerBefore(
  snapshot: Snapshot,
  node: GatewayNode,
): Result<Addition | UnwrittenNode> {
  const implied = edgesOf(snapshot, node.id).find(
    (edge) =>
      edge.kind === 'exposes' && findTopologyNode(snapshot, edge.source)?.status === 'implied',
  );
  if (implied !== undefined) {
    return success({ unwritten: implied.source });
  }
  const { selector } = node;
  if (selector === null) {
    return refuse(
      `The Gateway ${node.name} has no selector, so it is on every gateway of the mesh. Give it a selector first; then a load balancer can be put in front of those pods.`,
    );
  }
  const namespace = namespaceOfPods(snapshot, node, selector);
  const name = uniqueName(snapshot, 'Service', namespace, `${stemOf(node.name)}-ingress`);
  return success({
    name,
    manifest: newLoadBalancer({ name, namespace }, gatewayOf(node, namespace, name, selector)),
    changes: [],
    reveal: `LoadBalancer/${namespace}/${name}`,
  });
}

/** Where the pods are that the selector picks: as the text has it, else as it is assumed. */
function namespaceOfPods(snapshot: Snapshot, node: GatewayNode, selector: Labels): string {
  const workload = snapshot.resources.find(
    ({ details }) => details.type === 'Workload' && matchesSelector(selector, details.podLabels),
  );
  const assumed = assumedGateway(snapshot);
  const isAssumed = matchesSelector(selector, assumed.labels);
  return workload?.namespace ?? (isAssumed ? assumed.namespace : node.namespace);
}

/** Ports below 1024 lead to those that pods without rights listen on, as in Istio's own installation. */
const POD_PORTS: Readonly<Record<number, number>> = { 80: 8080, 443: 8443 };

function gatewayOf(
  { servers }: GatewayNode,
  namespace: string,
  name: string,
  labels: Labels,
): AssumedGateway {
  const numbers = [...new Set(servers.flatMap(({ port }) => port ?? []))];
  const ports = (numbers.length > 0 ? numbers : [80]).map((port) => ({
    port,
    targetPort: POD_PORTS[port] ?? port,
  }));
  return {
    ...{ name, namespace, labels },
    service: { type: 'LoadBalancer', ports },
    tlsTerminatedInFront: false,
  };
}
