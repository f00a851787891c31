import type { AssumedGateway } from '../resources/assumptions.ts';
import type { GatewayName } from '../resources/gateway-name.ts';
import type { Resource } from '../resources/resource.ts';
import type {
  GatewayNode,
  LoadBalancerNode,
  NodeStatus,
  ServiceNode,
  VirtualServiceNode,
} from './topology.ts';

/** What is said about a node that is not in the text. */
export interface Absence {
  readonly status: Exclude<NodeStatus, 'present'>;
  readonly explanation: string;
  readonly command?: string;
}

interface NamedPlace {
  readonly namespace: string;
  readonly name: string;
}

function absentNode(kind: string, { namespace, name }: NamedPlace, stale: boolean) {
  return {
    id: `${kind}/${namespace}/${name}`,
    namespace,
    name,
    resourceId: null,
    stale,
    duplicates: 0,
  };
}

const impliedLoadBalancers = new WeakMap<AssumedGateway, LoadBalancerNode>();

/** The node of an assumed gateway's Service, which gives the external address: one for each gateway. */
export function impliedLoadBalancer(gateway: AssumedGateway): LoadBalancerNode {
  const known = impliedLoadBalancers.get(gateway) ?? describeLoadBalancer(gateway);
  impliedLoadBalancers.set(gateway, known);
  return known;
}

function describeLoadBalancer(gateway: AssumedGateway): LoadBalancerNode {
  const service = gateway.service ?? { type: 'LoadBalancer', ports: [] };
  return {
    kind: 'LoadBalancer',
    ...absentNode('LoadBalancer', gateway, false),
    status: 'implied',
    explanation: `A Gateway only declares what to listen on; the Service of type LoadBalancer in front of the gateway's pods gives the external address. It is not in this text. Portolan assumes that ${gateway.name} runs in namespace ${gateway.namespace}, as an Istio installation sets it up. The command shows it with its external address.`,
    command: `kubectl get svc -n ${gateway.namespace} ${gateway.name}`,
    serviceType: service.type,
    ports: service.ports.map(({ port, targetPort }, index) => ({
      index,
      name: '',
      port,
      targetPort,
      protocol: 'TCP',
      appProtocol: null,
    })),
    selector: gateway.labels,
  };
}

/** The node of a Gateway that is named and not in the text. */
export function absentGateway(place: GatewayName, absence: Absence, stale: boolean): GatewayNode {
  return {
    kind: 'Gateway',
    ...absentNode('Gateway', place, stale),
    ...absence,
    selector: null,
    servers: [],
  };
}

/** The node of a delegate that is named and not in the text. */
export function absentDelegate(
  place: NamedPlace,
  absence: Absence,
  stale: boolean,
): VirtualServiceNode {
  return {
    kind: 'VirtualService',
    ...absentNode('VirtualService', place, stale),
    ...absence,
    hosts: [],
    gateways: null,
    isDelegate: true,
    http: [],
    tls: [],
    tcp: [],
  };
}

/** The node of a destination that is named and not in the text. */
export function absentService(
  place: NamedPlace,
  host: string,
  absence: Absence,
  stale: boolean,
): ServiceNode {
  return {
    kind: 'Service',
    ...absentNode('Service', place, stale),
    ...absence,
    serviceType: 'ClusterIP',
    ports: [],
    subsets: [],
    workloads: [],
    missingHost: host,
  };
}

/** What is said where a whole namespace is said to be outside the text. */
export function foreignAbsence(kind: string, place: NamedPlace): Absence {
  return {
    status: 'implied',
    explanation: `Namespace ${place.namespace} is not in this text, so whether it has the ${kind} ${place.name} cannot be said here. The command asks the cluster.`,
    command: `kubectl get ${commandKind(kind)} -n ${place.namespace} ${place.name}`,
  };
}

function commandKind(kind: string): string {
  if (kind === 'Gateway') return 'gateways.networking.istio.io';
  return kind.toLowerCase();
}

/** The end of a sentence that names who named the missing node. */
export function namedBy(resource: Resource): string {
  return `the ${resource.kind} ${resource.namespace}/${resource.name}`;
}
