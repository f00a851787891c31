import { trafficOf } from '../../../envoy/server-traffic.ts';
import type { GatewayServer } from '../../../resources/kinds/gateway.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Lookup, Report, ResourceCheck } from '../../engine/check.ts';
import { createHostIndex } from '../../facts/host-index.ts';
import { VIRTUAL_SERVICES, VIRTUAL_SERVICES_BY_GATEWAY } from '../../relations/bindings.ts';

/** Does a VirtualService say where the requests of a Gateway go, and those of each of its servers? */
export const idleGateway: ResourceCheck = {
  name: 'idle-gateway',
  codes: ['PTL205', 'PTL206'],
  about: ['Gateway'],
  reads: [VIRTUAL_SERVICES, VIRTUAL_SERVICES_BY_GATEWAY],
  run: (resource, lookup, report) => {
    if (resource.details.type !== 'Gateway') return;
    const asking = resource.details.servers.filter(needsRoutes);
    if (asking.length === 0) return;
    const key = `${resource.namespace}/${resource.name}`;
    const services = lookup.find(VIRTUAL_SERVICES_BY_GATEWAY, key);
    if (services.length === 0) {
      reportGateway(resource, lookup, report);
      return;
    }
    const index = createHostIndex(services, lookup);
    for (const server of asking) {
      const isUsed = server.hosts.some((host) => index.has(host, resource.namespace));
      if (isUsed || server.hosts.length === 0) continue;
      report({
        code: 'PTL206',
        resource,
        path: ['spec', 'servers', server.index, 'hosts'],
        message: `No VirtualService on this Gateway is for ${server.hosts.join(', ')}, so ${whatHappens(server)}. Add a VirtualService for ${server.hosts.length === 1 ? 'this host' : 'one of these hosts'}, or take the server away.`,
        data: { server: server.index },
      });
    }
  },
};

function needsRoutes(server: GatewayServer): boolean {
  const traffic = trafficOf(server);
  return traffic !== 'auto' && traffic !== 'none' && server.tls?.httpsRedirect !== true;
}

function whatHappens(server: GatewayServer): string {
  return trafficOf(server) === 'http'
    ? 'every request there gets a 404'
    : 'nothing listens there, and connections are refused';
}

function reportGateway(resource: Resource, lookup: Lookup, report: Report): void {
  const isAlone = lookup.find(VIRTUAL_SERVICES, '*').length === 0;
  const isKnown = !isAlone && lookup.assumptions.foreignNamespaces.length === 0;
  report({
    code: 'PTL205',
    resource,
    path: ['metadata', 'name'],
    certainty: isKnown ? 'wrong' : 'unknown',
    message: isKnown
      ? `No VirtualService names this Gateway, so it has nowhere to send requests: they get a 404, or no connection. Add "${resource.namespace}/${resource.name}" to the gateways of a VirtualService.`
      : `No VirtualService in this text names this Gateway. Unless one of another namespace does (assumption: foreignNamespaces), requests get a 404, or no connection.`,
    data: isKnown ? {} : { assumption: 'foreignNamespaces' },
  });
}
