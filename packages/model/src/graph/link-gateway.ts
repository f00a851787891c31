import type { ContainerPort } from '../resources/kinds/workload.ts';
import { matchesSelector } from '../resources/match-selector.ts';
import { impliedLoadBalancer } from './absent-node.ts';
import { originAt } from './field-origin.ts';
import { findGatewayWorkloads, type GatewayWorkloads } from './gateway-workloads.ts';
import type { Links } from './graph-entry.ts';
import type { GraphLookup, ResourceOf } from './graph-lookup.ts';
import { linkCredentials } from './link-credentials.ts';
import type { Reference } from './reference.ts';
import { findReachingPort, type PortSource } from './service-port.ts';
import type { ExposesEdge, FieldOrigin, GatewayNode, LoadBalancerNode } from './topology.ts';
import { listWords } from './word-list.ts';

/** Links a Gateway to the LoadBalancers in front of its workloads, and to its servers' Secrets. */
export function linkGateway(
  lookup: GraphLookup,
  gateway: ResourceOf<'Gateway'>,
  references: Reference[] | null,
): Links {
  const found = findGatewayWorkloads(lookup, gateway.details.selector);
  const states = linkCredentials(lookup, gateway, found, references);
  const node: GatewayNode = {
    id: gateway.id,
    kind: 'Gateway',
    namespace: gateway.namespace,
    name: gateway.name,
    status: 'present',
    resourceId: gateway.id,
    stale: gateway.stale,
    explanation: '',
    duplicates: lookup.countDuplicates(gateway.id),
    selector: gateway.details.selector,
    servers: gateway.details.servers.map((server, at) => ({
      ...server,
      credential: states[at] ?? null,
    })),
  };
  const implied = found.services.length > 0 ? [] : findImplied(lookup, found);
  const edges =
    found.services.length > 0
      ? exposeByServices(gateway, found)
      : implied.map((balancer) => exposeByImplied(gateway, balancer));
  return {
    node,
    edges,
    absent: new Map(implied.map((balancer) => [balancer.id, balancer])),
    exposedBy: found.services.map(({ id }) => id),
  };
}

/** A Service of the text with an assumed one's name takes its place, whatever it selects. */
function findImplied(lookup: GraphLookup, found: GatewayWorkloads): readonly LoadBalancerNode[] {
  return found.assumed
    .filter(({ service }) => service !== null)
    .filter(
      ({ namespace, name }) => lookup.findResource(`Service/${namespace}/${name}`) === undefined,
    )
    .map(impliedLoadBalancer);
}

function exposeByServices(
  gateway: ResourceOf<'Gateway'>,
  found: GatewayWorkloads,
): readonly ExposesEdge[] {
  const sourcesOf = new Map<string, PortSource[]>();
  const ownOf = new Map<string, PortSource>();
  const byName = found.services.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  for (const service of byName) {
    const source = portSource(service, found);
    const beside = sourcesOf.get(service.namespace) ?? [];
    sourcesOf.set(service.namespace, beside);
    beside.push(source);
    ownOf.set(service.id, source);
  }
  return found.services.map((service) => {
    const sources = sourcesOf.get(service.namespace) ?? [];
    const own = ownOf.get(service.id) ?? portSource(service, found);
    const balancer = `LoadBalancer/${service.namespace}/${service.name}`;
    return exposesEdge(gateway, balancer, own, sources, service.stale, [
      originAt(gateway, ['spec', 'selector']),
      originAt(service, ['spec', 'selector']),
    ]);
  });
}

function portSource(service: ResourceOf<'Service'>, found: GatewayWorkloads): PortSource {
  const containerPorts: ContainerPort[] = [];
  for (const { namespace, details } of found.workloads) {
    if (
      namespace === service.namespace &&
      matchesSelector(service.details.selector, details.podLabels)
    )
      containerPorts.push(...details.containerPorts);
  }
  return { name: service.name, ports: service.details.ports, containerPorts };
}

function exposeByImplied(gateway: ResourceOf<'Gateway'>, balancer: LoadBalancerNode): ExposesEdge {
  const source = { name: balancer.name, ports: balancer.ports, containerPorts: [] };
  return exposesEdge(gateway, balancer.id, source, [source], false, [
    originAt(gateway, ['spec', 'selector']),
  ]);
}

function exposesEdge(
  gateway: ResourceOf<'Gateway'>,
  balancer: string,
  service: PortSource,
  servicesOfPod: readonly PortSource[],
  serviceIsStale: boolean,
  origins: readonly FieldOrigin[],
): ExposesEdge {
  const servers = gateway.details.servers.map(({ index, port: serverPort }) => {
    const port = serverPort === null ? null : findReachingPort(serverPort, service, servicesOfPod);
    return { server: index, servicePort: port?.port ?? null, portIndex: port?.index ?? null };
  });
  const ports = new Set(servers.flatMap(({ servicePort }) => servicePort ?? []));
  return {
    id: `exposes:${balancer}>${gateway.id}`,
    kind: 'exposes',
    source: balancer,
    target: gateway.id,
    broken: ports.size === 0 ? whyUnreachable(gateway, service) : null,
    label:
      ports.size === 0
        ? `${service.name} stands in front of the gateway's pods, but reaches no server of ${gateway.name}.`
        : `${service.name} passes ${ports.size === 1 ? 'port' : 'ports'} ${listWords([...ports])} on to the servers of ${gateway.name}.`,
    origins,
    stale: gateway.stale || serviceIsStale,
    servers,
  };
}

function whyUnreachable(gateway: ResourceOf<'Gateway'>, service: PortSource): string {
  const wanted = gateway.details.servers.flatMap(({ port }) => port ?? []);
  if (gateway.details.servers.length === 0)
    return 'The Gateway has no servers, so it listens on nothing. Give it a server with a port, a protocol and hosts.';
  if (wanted.length === 0)
    return 'No server of the Gateway has a port number, so it listens on nothing. Write a number at port.number, without quotes.';
  const offered = service.ports.flatMap(({ port }) => port ?? []);
  const has = offered.length === 0 ? 'has no ports' : `has ${listWords(offered)}`;
  return `The Gateway listens on ${listWords([...new Set(wanted)])}, and no port of the Service ${service.name} leads there: it ${has}. Add the port to the Service, or let a server use a port that the Service has.`;
}
