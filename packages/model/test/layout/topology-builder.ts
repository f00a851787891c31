import type { Topology, TopologyEdge, TopologyNode } from '../../src/graph/topology.ts';
import type { RouteDestination } from '../../src/resources/kinds/virtual-service.ts';

const NAMESPACE = 'default';

const present = (kind: string, name: string) => ({
  id: `${kind}/${NAMESPACE}/${name}`,
  namespace: NAMESPACE,
  name,
  status: 'present' as const,
  resourceId: `${kind}/${NAMESPACE}/${name}`,
  stale: false,
  explanation: '',
  duplicates: 0,
});

/** A LoadBalancer with ports 80, 81, … */
export function loadBalancer(name: string, portCount = 2): TopologyNode {
  const ports = Array.from({ length: portCount }, (_, index) => ({
    index,
    name: '',
    port: 80 + index,
    targetPort: 8080 + index,
    protocol: 'TCP',
    appProtocol: null,
  }));
  const base = present('LoadBalancer', name);
  return { ...base, kind: 'LoadBalancer', serviceType: 'LoadBalancer', ports, selector: null };
}

/** A Gateway with HTTP servers for any host. */
export function gateway(name: string, serverCount = 1): TopologyNode {
  const servers = Array.from({ length: serverCount }, (_, index) => ({
    index,
    port: 80 + index,
    portName: 'http',
    protocol: 'HTTP',
    hosts: ['*'],
    tls: null,
    credential: null,
  }));
  return { ...present('Gateway', name), kind: 'Gateway', selector: null, servers };
}

/** A VirtualService; each entry of `routes` is the number of destinations of one http route. */
export function virtualService(name: string, routes: readonly number[] = [1]): TopologyNode {
  return {
    ...present('VirtualService', name),
    kind: 'VirtualService',
    hosts: [`${name}.example.com`],
    gateways: ['web'],
    isDelegate: false,
    http: routes.map((count, index) => ({
      index,
      name: null,
      matches: [],
      destinations: destinations(count),
      mirrors: [],
      delegate: null,
      redirect: null,
      directResponse: null,
      rewrite: null,
      fault: null,
      timeout: null,
    })),
    tls: [],
    tcp: [],
  };
}

function destinations(count: number): readonly RouteDestination[] {
  return Array.from({ length: count }, (_, index) => ({
    index,
    host: `service-${index}`,
    subset: null,
    port: 80,
    weight: null,
    share: 1 / count,
  }));
}

/** A Service with ports 80, 81, … */
export function service(name: string, portCount = 1): TopologyNode {
  const ports = Array.from({ length: portCount }, (_, index) => ({
    index,
    name: 'http',
    port: 80 + index,
    targetPort: 8080,
    protocol: 'TCP',
    appProtocol: null,
  }));
  return {
    ...present('Service', name),
    kind: 'Service',
    serviceType: 'ClusterIP',
    ports,
    subsets: [],
    workloads: [],
    missingHost: null,
  };
}

const joined = (kind: string, source: TopologyNode, target: TopologyNode, place = '') => ({
  id: `${kind}:${source.id}>${target.id}${place}`,
  source: source.id,
  target: target.id,
  broken: null,
  label: '',
  origins: [],
  stale: false,
});

/** Every server is reached by the load balancer's port of the same place. */
export function exposes(source: TopologyNode, target: TopologyNode, servers = [0]): TopologyEdge {
  return {
    ...joined('exposes', source, target),
    kind: 'exposes',
    servers: servers.map((server) => ({ server, servicePort: 80 + server, portIndex: server })),
  };
}

/** Through these servers. */
export function binds(source: TopologyNode, target: TopologyNode, servers = [0]): TopologyEdge {
  return {
    ...joined('binds', source, target),
    kind: 'binds',
    servers: servers.map((server) => ({ server, hosts: ['*'] })),
  };
}

/** From a destination of an http route to a port. */
export function routes(
  source: TopologyNode,
  target: TopologyNode,
  { route = 0, destination = 0, port = 0 } = {},
): TopologyEdge {
  return {
    ...joined('routes', source, target, `#http/${route}/${destination}`),
    kind: 'routes',
    protocol: 'http',
    route,
    destination,
    mirror: false,
    host: target.name,
    subset: null,
    port: 80,
    portIndex: port,
    share: 1,
  };
}

/** From an http route. */
export function delegates(source: TopologyNode, target: TopologyNode, route = 0): TopologyEdge {
  return { ...joined('delegates', source, target, `#${route}`), kind: 'delegates', route };
}

/** Numbers from 0 to 1 that are the same on every run with the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The same items in another order. */
export function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/**
 * An ingress as they are: some load balancers, Gateways, VirtualServices with several routes,
 * Services; most lines are local, some go anywhere. Names say nothing about what hangs together.
 */
export function randomTopology(size: number, random: () => number): Topology {
  const pick = (count: number): number => Math.floor(random() * count);
  const names = shuffled([...Array(size * 4).keys()], random);
  const name = (): string => `n${names[pick(names.length)]}-${pick(1e9)}`;
  const groups = Math.max(1, Math.round(size / 4));
  const balancers = Array.from({ length: 1 + pick(2) }, () => loadBalancer(name(), 3));
  const gateways = Array.from({ length: groups }, () => gateway(name(), 1 + pick(3)));
  const services = Array.from({ length: size }, () => service(name(), 1 + pick(2)));
  const edges: TopologyEdge[] = [];
  for (const target of gateways) {
    const source = balancers[pick(balancers.length)];
    if (source !== undefined && random() < 0.9) edges.push(exposes(source, target, [0]));
  }
  const virtualServices = Array.from({ length: size }, (_, index) => {
    const counts = Array.from({ length: 1 + pick(3) }, () => 1 + pick(2));
    const node = virtualService(name(), counts);
    const near = Math.floor((index / size) * groups);
    const source = gateways[random() < 0.9 ? near : pick(groups)];
    if (source !== undefined) edges.push(binds(source, node));
    counts.forEach((count, route) => {
      for (let destination = 0; destination < count; destination += 1) {
        const place = random() < 0.9 ? Math.min(size - 1, index + pick(4)) : pick(size);
        const target = services[place];
        if (target !== undefined) edges.push(routes(node, target, { route, destination }));
      }
    });
    return node;
  });
  return { nodes: [...balancers, ...gateways, ...virtualServices, ...services], edges };
}
