import { textItems } from '../../graph/link-gateways.ts';
import { resolveGatewayName } from '../../resources/gateway-name.ts';
import { intersectHosts, resolveHost, serverHostsFor } from '../../resources/host-name.ts';
import type { Gateway, GatewayServer } from '../../resources/kinds/gateway.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Lookup } from '../engine/check.ts';
import { GATEWAYS_BY_NAME } from '../relations/gateways.ts';

/** A Gateway of the text that a VirtualService names. */
export interface NamedGateway {
  readonly gateway: Resource;
  readonly details: Gateway;
}

/** The Gateways of the text that the VirtualService names, each once, by `GATEWAYS_BY_NAME`. */
export function findNamedGateways(resource: Resource, lookup: Lookup): readonly NamedGateway[] {
  const found = new Map<string, NamedGateway>();
  for (const { text } of textItems(resource, 'gateways')) {
    const named = resolveGatewayName(text, resource.namespace);
    if (named === null) continue;
    const [gateway] = lookup.find(GATEWAYS_BY_NAME, `${named.namespace}/${named.name}`);
    if (gateway?.details.type === 'Gateway')
      found.set(gateway.id, { gateway, details: gateway.details });
  }
  return [...found.values()];
}

/** A server that has hosts in common with a VirtualService. */
export interface BoundServer {
  readonly gateway: Resource;
  readonly server: GatewayServer;
  /** The hosts in common: of each pair the more specific one. */
  readonly hosts: readonly string[];
}

/** The servers of the text that the VirtualService is on. */
export function findBoundServers(resource: Resource, lookup: Lookup): readonly BoundServer[] {
  const { details, namespace } = resource;
  if (details.type !== 'VirtualService') return [];
  const own = details.hosts.map((host) => resolveHost(host, namespace, lookup.assumptions));
  return findNamedGateways(resource, lookup).flatMap(({ gateway, details: { servers } }) =>
    servers.flatMap((server) => {
      const usable = serverHostsFor(server.hosts, gateway.namespace, namespace);
      const hosts = intersectHosts(usable, own);
      return hosts.length === 0 ? [] : [{ gateway, server, hosts }];
    }),
  );
}
