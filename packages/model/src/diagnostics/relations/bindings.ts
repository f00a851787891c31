import { resolveGatewayName } from '../../resources/gateway-name.ts';
import { isWildcard } from '../../resources/host-name.ts';
import type { Relation } from '../engine/relation.ts';

/** VirtualServices by the Gateways that they name in `spec.gateways`: `namespace/name`. */
export const VIRTUAL_SERVICES_BY_GATEWAY: Relation = {
  name: 'virtual-services-by-gateway',
  kinds: ['VirtualService'],
  keysOf: ({ details, namespace }) => {
    if (details.type !== 'VirtualService') return [];
    const named = (details.gateways ?? []).flatMap((text) => {
      const gateway = resolveGatewayName(text, namespace);
      return gateway === null ? [] : [`${gateway.namespace}/${gateway.name}`];
    });
    return [...new Set(named)];
  },
};

/** All VirtualServices, under `*`. */
export const VIRTUAL_SERVICES: Relation = {
  name: 'virtual-services',
  kinds: ['VirtualService'],
  keysOf: () => ['*'],
};

/** Gateways by the hosts of their servers, without the namespace in front: `shop.example.com`, `*.example.com`, `*`. */
export const GATEWAYS_BY_HOST: Relation = {
  name: 'gateways-by-host',
  kinds: ['Gateway'],
  keysOf: ({ details }) =>
    details.type === 'Gateway'
      ? [...new Set(details.servers.flatMap(({ hosts }) => hosts.map(bareHost)))]
      : [],
};

/** A server's host without the namespace in front. */
export function bareHost(host: string): string {
  return host.slice(host.indexOf('/') + 1);
}

/** The hosts under which a server may be found that takes this one: itself, and wildcards over it, the nearest first. */
export function hostsOver(host: string): readonly string[] {
  const tail = isWildcard(host) ? host.slice(1) : host;
  const found = [host];
  for (let dot = tail.indexOf('.'); dot >= 0; dot = tail.indexOf('.', dot + 1))
    if (dot > 0 || isWildcard(host)) found.push(`*${tail.slice(dot)}`);
  return [...new Set([...found, '*'])];
}
