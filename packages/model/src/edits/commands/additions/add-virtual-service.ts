import type {
  GatewayNode,
  GatewayServerState,
  ServiceEntryNode,
  ServiceNode,
  VirtualServiceNode,
} from '../../../graph/topology.ts';
import { isWildcard, serverHostsFor } from '../../../resources/host-name.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { edgesOf } from '../../../snapshot-lookup.ts';
import type { RouteProtocol } from '../../edit-command.ts';
import { type FieldMap, newVirtualService } from '../../manifests/new-manifest.ts';
import { whyNotName } from '../../manifests/resource-name.ts';
import { type Result, refuse, success } from '../../result.ts';
import { connectDelegate } from '../connect-delegate.ts';
import { findLooseService } from '../loose-ends.ts';
import { type Addition, nameBeside, stemOf } from './addition.ts';

/**
 * Behind a Gateway: a VirtualService for the hosts and the protocol of the first server that has
 * none, else of the first one. It routes to a Service that none routes to, else to one of its own name.
 */
export function addVirtualServiceBehind(snapshot: Snapshot, node: GatewayNode): Result<Addition> {
  const served = servedHosts(snapshot, node);
  const server = node.servers.find(({ index }) => !served.servers.has(index)) ?? node.servers[0];
  const protocol = protocolFor(server);
  const offered = hostsFor(node, protocol).filter((host) => !served.hosts.has(host));
  const own = offered.filter((host) => !isWildcard(host));
  const name = nameBeside(snapshot, node, 'VirtualService', [firstLabel(own[0]), 'my-app']);
  const hosts = own.length > 0 ? own : [hostUnder(offered[0], name.name)];
  const service = findLooseService(snapshot, node.namespace);
  const ports = service?.details.type === 'Service' ? service.details.ports : [];
  const number = ports.length > 1 ? (ports[0]?.port ?? null) : null;
  const destination = {
    host: service?.name ?? name.name,
    ...(number === null ? {} : { port: { number } }),
  };
  const manifest = newVirtualService(name, {
    hosts: protocol === 'tcp' ? ['*'] : hosts,
    gateways: [node.name.includes('.') ? `${node.namespace}/${node.name}` : node.name],
    protocol,
    matches: matchesFor(protocol, server, hosts),
    route: [{ destination }],
  });
  const reveal = `VirtualService/${node.namespace}/${name.name}`;
  return success({ name: name.name, manifest, changes: [], reveal });
}

/** In front of a Service or ServiceEntry: a VirtualService that routes every request to it. */
export function addVirtualServiceBefore(
  snapshot: Snapshot,
  node: ServiceNode | ServiceEntryNode,
): Result<Addition> {
  const host = node.kind === 'Service' ? node.name : node.hosts.find((one) => !isWildcard(one));
  if (host === undefined) {
    return refuse(
      `The ServiceEntry ${node.name} has only wildcard hosts, and a route has to lead to one host. Add the host to the ServiceEntry first.`,
    );
  }
  const numbers = node.ports.flatMap((port) => ('number' in port ? port.number : port.port) ?? []);
  const [number] = numbers;
  const name = nameBeside(snapshot, node, 'VirtualService', [stemOf(node.name)]);
  const destination = {
    host,
    ...(numbers.length > 1 && number !== undefined ? { port: { number } } : {}),
  };
  const hosts = [`${name.name}.example.com`];
  return success({
    name: name.name,
    manifest: newVirtualService(name, { hosts, route: [{ destination }] }),
    changes: [],
    reveal: `VirtualService/${node.namespace}/${name.name}`,
  });
}

/** Behind a VirtualService: another one that it leaves part of its routing to. */
export function addDelegate(snapshot: Snapshot, node: VirtualServiceNode): Result<Addition> {
  const name = nameBeside(snapshot, node, 'VirtualService', [`${stemOf(node.name)}-part`]);
  const service = findLooseService(snapshot, node.namespace);
  const destination = { host: service?.name ?? name.name };
  const connection = connectDelegate(snapshot, node, drawnDelegate(name.name, node.namespace));
  if (!connection.ok) {
    return connection;
  }
  return success({
    name: name.name,
    manifest: newVirtualService(name, { hosts: [], route: [{ destination }] }),
    changes: connection.value.changes,
    reveal: `VirtualService/${node.namespace}/${name.name}`,
  });
}

function drawnDelegate(name: string, namespace: string): VirtualServiceNode {
  return {
    kind: 'VirtualService',
    id: `VirtualService/${namespace}/${name}`,
    ...{ name, namespace, hosts: [], gateways: null, isDelegate: true },
    ...{ http: [], tls: [], tcp: [] },
    status: 'present',
    resourceId: null,
    stale: false,
    explanation: '',
    duplicates: 0,
  };
}

/** The servers that a VirtualService is bound to, and the hosts that are routed there. */
function servedHosts(snapshot: Snapshot, node: GatewayNode) {
  const edges = edgesOf(snapshot, node.id).flatMap((edge) =>
    edge.kind === 'binds' && edge.source === node.id ? edge.servers : [],
  );
  return {
    servers: new Set(edges.map(({ server }) => server)),
    hosts: new Set(edges.flatMap(({ hosts }) => hosts)),
  };
}

/** Routes of TLS are for connections that the gateway does not decrypt; those of TCP for what is no HTTP. */
function protocolFor(server: GatewayServerState | undefined): RouteProtocol {
  const protocol = server?.protocol.toUpperCase() ?? 'HTTP';
  const isPassed = server?.tls?.mode === 'PASSTHROUGH' && !server.tls.httpsRedirect;
  if ((protocol === 'TLS' || protocol === 'HTTPS') && isPassed) {
    return 'tls';
  }
  return ['HTTP', 'HTTP2', 'HTTPS', 'GRPC', 'GRPC-WEB'].includes(protocol) ? 'http' : 'tcp';
}

/** The hosts that the Gateway's servers of this protocol have for its own namespace. */
function hostsFor({ servers, namespace }: GatewayNode, protocol: RouteProtocol) {
  const hosts = servers
    .filter((server) => protocolFor(server) === protocol)
    .flatMap((server) => serverHostsFor(server.hosts, namespace, namespace));
  return [...new Set(hosts)];
}

function hostUnder(wildcard: string | undefined, name: string): string {
  return wildcard?.startsWith('*.') ? `${name}${wildcard.slice(1)}` : `${name}.example.com`;
}

/** What a host is about: `shop` of `shop.example.com` and of `www.shop.example.com`. */
function firstLabel(host: string | undefined): string {
  const label = host?.replace(/^www\./, '').split('.')[0] ?? '';
  return whyNotName('Service', label) === null ? label : '';
}

function matchesFor(
  protocol: RouteProtocol,
  server: GatewayServerState | undefined,
  hosts: readonly string[],
): readonly FieldMap[] {
  const port = server?.port ?? null;
  const ofPort: FieldMap = port === null ? {} : { port };
  switch (protocol) {
    case 'http':
      return [];
    case 'tls':
      return [{ ...ofPort, sniHosts: hosts }];
    case 'tcp':
      return port === null ? [] : [ofPort];
  }
}
