import { trafficOf } from '../../../envoy/server-traffic.ts';
import type { GatewayServer } from '../../../resources/kinds/gateway.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Report, ResourceCheck } from '../../engine/check.ts';
import { bindOf } from '../../relations/gateways.ts';

/**
 * Servers of one Gateway on one port: which does istiod drop, because an earlier one has the port
 * for another protocol, or a host of it?
 */
export const droppedServer: ResourceCheck = {
  name: 'dropped-server',
  codes: ['PTL260', 'PTL261'],
  about: ['Gateway'],
  reads: [],
  run: (resource, _lookup, report) => {
    if (resource.details.type !== 'Gateway') return;
    const ports = new Map<string, UsedPort>();
    for (const server of resource.details.servers) {
      const traffic = trafficOf(server);
      if (server.port === null || traffic === 'none') continue;
      const key = `${server.port} ${bindOf(resource, server)}`;
      const used = ports.get(key);
      if (used === undefined) ports.set(key, usedBy(server));
      else takeServer(resource, server, used, report);
    }
  },
};

/** What has a port, as istiod's mergeGateways goes through the servers. Changes in place. */
interface UsedPort {
  /** What a server without TLS made of it; null while all have TLS. */
  plain: GatewayServer | null;
  readonly hosts: Map<string, GatewayServer>;
}

function usedBy(server: GatewayServer): UsedPort {
  const used = { plain: hasTls(server) ? null : server, hosts: new Map() };
  noteHosts(server, used);
  return used;
}

function hasTls({ protocol, tls }: GatewayServer): boolean {
  return tls !== null && ['HTTPS', 'TLS'].includes(protocol.toUpperCase());
}

function noteHosts(server: GatewayServer, { hosts }: UsedPort): void {
  if (server.tls !== null) for (const host of server.hosts) hosts.set(host, server);
}

function takeServer(
  resource: Resource,
  server: GatewayServer,
  used: UsedPort,
  report: Report,
): void {
  const { index, hosts, port, protocol } = server;
  const shared = server.tls === null ? undefined : hosts.find((host) => used.hosts.has(host));
  const other = shared === undefined ? undefined : used.hosts.get(shared);
  if (shared !== undefined && other !== undefined) {
    // Of a single host KIA0301 says enough.
    if (new Set(hosts).size > 1)
      report({
        code: 'PTL261',
        resource,
        path: ['spec', 'servers', index, 'hosts'],
        message: `Istio drops this server with all its hosts, because another server on port ${port} has "${shared}" already. Keep each host in one server.`,
        related: [placeOf(resource, other, 'has the host already')],
        data: { server: index, host: shared },
      });
    return;
  }
  if (used.plain === null) {
    if (!hasTls(server)) used.plain = server;
    noteHosts(server, used);
    return;
  }
  if (trafficOf(used.plain) === 'http' && trafficOf(server) === 'http' && !hasTls(server)) {
    noteHosts(server, used);
    return;
  }
  report({
    code: 'PTL260',
    resource,
    path: ['spec', 'servers', index, 'port', 'protocol'],
    message: `Istio drops this server: port ${port} is one for ${used.plain.protocol} by a server before it, and ${protocol} cannot be there too. Give them different ports.`,
    related: [placeOf(resource, used.plain, 'has the port already')],
    data: { server: index, port: port ?? 0 },
  });
}

function placeOf({ id }: Resource, { index }: GatewayServer, message: string) {
  return { resource: id, path: ['spec', 'servers', index], message };
}
