import { resolveGatewayName } from '../../resources/gateway-name.ts';
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
