import { trafficOf } from '../../../envoy/server-traffic.ts';
import { textItems } from '../../../graph/link-gateways.ts';
import { resolveGatewayName } from '../../../resources/gateway-name.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Lookup, Report, ResourceCheck } from '../../engine/check.ts';
import { type BoundServer, findBoundServers } from '../../facts/find-bound-servers.ts';
import { GATEWAYS_BY_NAME } from '../../relations/gateways.ts';

/** Do the servers that a VirtualService is on use routes of its kind: http, tls or tcp? */
export const routeProtocol: ResourceCheck = {
  name: 'route-protocol',
  codes: ['PTL230'],
  about: ['VirtualService'],
  reads: [GATEWAYS_BY_NAME],
  run: (resource, lookup, report) => {
    if (resource.details.type !== 'VirtualService') return;
    if (!isWhollyKnown(resource, lookup)) return;
    const bound = findBoundServers(resource, lookup).filter(
      ({ server }) => trafficOf(server) !== 'none',
    );
    if (bound.length === 0) return;
    const used = new Set<string>(bound.map(({ server }) => trafficOf(server)));
    const lists = (['http', 'tls', 'tcp'] as const).filter(
      (protocol) => resource.details.type === 'VirtualService' && resource.details[protocol].length,
    );
    const isServed = lists.some((protocol) => used.has(protocol));
    for (const protocol of lists)
      if (!used.has(protocol)) reportList(resource, protocol, bound, isServed, report);
  },
};

type Protocol = 'http' | 'tls' | 'tcp';

/** Whether every Gateway that it names is in the text, and the mesh is not among them. */
function isWhollyKnown(resource: Resource, lookup: Lookup): boolean {
  return textItems(resource, 'gateways').every(({ text }) => {
    const named = resolveGatewayName(text, resource.namespace);
    if (named === null) return false;
    return lookup.find(GATEWAYS_BY_NAME, `${named.namespace}/${named.name}`).length > 0;
  });
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
    data: { protocol, traffic: trafficOf(first.server) },
  });
}

const ADVICE: Readonly<Record<Protocol, string>> = {
  http: 'Let the gateway end TLS (mode SIMPLE), or write tls routes that match sniHosts instead.',
  tls: 'tls routes are for servers with the mode PASSTHROUGH; where the gateway ends TLS, write http routes (or tcp for the protocol TLS).',
  tcp: 'tcp routes are for servers of the protocol TCP, or TLS that the gateway ends; for HTTP and HTTPS write http routes.',
};

function whyNot({ gateway, server }: BoundServer): string {
  const traffic = trafficOf(server);
  const place = `the server on port ${server.port ?? '?'} of the Gateway ${gateway.namespace}/${gateway.name}`;
  if (traffic === 'auto') return `${place} finds Services by itself (AUTO_PASSTHROUGH)`;
  if (traffic === 'tls' && server.tls?.modeIsWritten === false)
    return `${place} says no TLS mode, which means PASSTHROUGH: it sends connections on without looking inside, by tls routes`;
  if (traffic === 'tls')
    return `${place} sends connections on without looking inside (PASSTHROUGH), by tls routes`;
  return `${place} (${server.protocol}${server.tls === null ? '' : `, ${server.tls.mode}`}) uses ${traffic} routes`;
}
