import { type ServerTraffic, trafficOf } from '../../../envoy/server-traffic.ts';
import { textItems } from '../../../graph/link-gateways.ts';
import { resolveGatewayName } from '../../../resources/gateway-name.ts';
import { intersectHosts, resolveHost, serverHostsFor } from '../../../resources/host-name.ts';
import type { GatewayServer } from '../../../resources/kinds/gateway.ts';
import type { VirtualService } from '../../../resources/kinds/virtual-service.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Lookup, Report, ResourceCheck } from '../../engine/check.ts';
import { GATEWAYS_BY_NAME } from '../../relations/gateways.ts';

/** Do the servers that a VirtualService is on use routes of its kind: http, tls or tcp? */
export const routeProtocol: ResourceCheck = {
  name: 'route-protocol',
  codes: ['PTL230'],
  about: ['VirtualService'],
  reads: [GATEWAYS_BY_NAME],
  run: (resource, lookup, report) => {
    if (resource.details.type !== 'VirtualService') return;
    const bound = findServers(resource, resource.details, lookup);
    if (bound === null || bound.length === 0) return;
    const used = new Set(bound.map(({ traffic }) => traffic));
    const lists = (['http', 'tls', 'tcp'] as const).filter(
      (protocol) => resource.details.type === 'VirtualService' && resource.details[protocol].length,
    );
    const isServed = lists.some((protocol) => used.has(protocol));
    for (const protocol of lists)
      if (!used.has(protocol)) reportList(resource, protocol, bound, isServed, report);
  },
};

type Protocol = 'http' | 'tls' | 'tcp';

interface BoundServer {
  readonly gateway: Resource;
  readonly server: GatewayServer;
  readonly traffic: ServerTraffic;
}

/** The servers that have a host in common with the VirtualService; null where a Gateway is not known. */
function findServers(
  resource: Resource,
  { hosts }: VirtualService,
  lookup: Lookup,
): readonly BoundServer[] | null {
  const own = hosts.map((host) => resolveHost(host, resource.namespace, lookup.assumptions));
  const found: BoundServer[] = [];
  for (const { text } of textItems(resource, 'gateways')) {
    const named = resolveGatewayName(text, resource.namespace);
    if (named === null) return null;
    const [gateway] = lookup.find(GATEWAYS_BY_NAME, `${named.namespace}/${named.name}`);
    if (gateway?.details.type !== 'Gateway') return null;
    for (const server of gateway.details.servers) {
      const usable = serverHostsFor(server.hosts, gateway.namespace, resource.namespace);
      const traffic = trafficOf(server);
      if (traffic !== 'none' && intersectHosts(usable, own).length > 0)
        found.push({ gateway, server, traffic });
    }
  }
  return found;
}

function reportList(
  resource: Resource,
  protocol: Protocol,
  bound: readonly BoundServer[],
  isServed: boolean,
  report: Report,
): void {
  const [first] = bound;
  if (first === undefined) return;
  report({
    code: 'PTL230',
    resource,
    path: ['spec', protocol],
    part: 'key',
    severity: isServed ? 'warning' : 'error',
    message: `These ${protocol} routes are never used: ${whyNot(first)}. ${ADVICE[protocol]}`,
    related: bound.slice(0, 20).map(({ gateway, server }) => ({
      resource: gateway.id,
      path: ['spec', 'servers', server.index],
      message: 'a server that the VirtualService is on',
    })),
    data: { protocol, traffic: first.traffic },
  });
}

const ADVICE: Readonly<Record<Protocol, string>> = {
  http: 'Let the gateway end TLS (mode SIMPLE), or write tls routes that match sniHosts instead.',
  tls: 'tls routes are for servers with the mode PASSTHROUGH; where the gateway ends TLS, write http routes (or tcp for the protocol TLS).',
  tcp: 'tcp routes are for servers of the protocol TCP, or TLS that the gateway ends; for HTTP and HTTPS write http routes.',
};

function whyNot({ gateway, server, traffic }: BoundServer): string {
  const place = `the server on port ${server.port ?? '?'} of the Gateway ${gateway.namespace}/${gateway.name}`;
  if (traffic === 'auto') return `${place} finds Services by itself (AUTO_PASSTHROUGH)`;
  if (traffic === 'tls' && server.tls?.modeIsWritten === false)
    return `${place} says no TLS mode, which means PASSTHROUGH: it sends connections on without looking inside, by tls routes`;
  if (traffic === 'tls')
    return `${place} sends connections on without looking inside (PASSTHROUGH), by tls routes`;
  return `${place} (${server.protocol}${server.tls === null ? '' : `, ${server.tls.mode}`}) uses ${traffic} routes`;
}
