import { hostsOver } from '../../envoy/virtual-hosts.ts';
import { resolveGatewayName } from '../../resources/gateway-name.ts';
import { resolveHost } from '../../resources/host-name.ts';
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

/** VirtualServices by the Gateways that they name and their hosts: `namespace/name host`. */
export const VIRTUAL_SERVICES_BY_GATEWAY_HOST: Relation = {
  name: 'virtual-services-by-gateway-host',
  kinds: ['VirtualService'],
  keysOf: (resource, assumptions) => {
    const { details, namespace } = resource;
    if (details.type !== 'VirtualService') return [];
    const hosts = details.hosts.map((host) => resolveHost(host, namespace, assumptions));
    const gateways = VIRTUAL_SERVICES_BY_GATEWAY.keysOf(resource, assumptions);
    return [...new Set(gateways.flatMap((gateway) => hosts.map((host) => `${gateway} ${host}`)))];
  },
};

/** VirtualServices by `namespace/name`. */
export const VIRTUAL_SERVICES_BY_NAME: Relation = {
  name: 'virtual-services-by-name',
  kinds: ['VirtualService'],
  keysOf: ({ namespace, name }) => [`${namespace}/${name}`],
};

/** VirtualServices by the delegates that their routes name: `namespace/name`. */
export const VIRTUAL_SERVICES_BY_DELEGATE: Relation = {
  name: 'virtual-services-by-delegate',
  kinds: ['VirtualService'],
  // That it is there is all that is asked.
  shows: () => null,
  keysOf: ({ details, namespace }) => {
    if (details.type !== 'VirtualService') return [];
    const named = details.http.flatMap(({ delegate }) =>
      delegate === null ? [] : [`${delegate.namespace ?? namespace}/${delegate.name}`],
    );
    return [...new Set(named)];
  },
};

/** All VirtualServices, under `*`. */
export const VIRTUAL_SERVICES: Relation = {
  name: 'virtual-services',
  kinds: ['VirtualService'],
  // That it is there is all that is asked.
  shows: () => null,
  keysOf: () => ['*'],
};

/** Gateways by the hosts of their servers, without the namespace in front: `shop.example.com`, `*.example.com`, `*`. */
export const GATEWAYS_BY_HOST: Relation = {
  name: 'gateways-by-host',
  kinds: ['Gateway'],
  // That it is there is all that is asked.
  shows: () => null,
  keysOf: ({ details }) =>
    details.type === 'Gateway'
      ? [...new Set(details.servers.flatMap(({ hosts }) => hosts.map(bareHost)))]
      : [],
};

/**
 * Gateways by the hosts of their servers with TLS: `at host` for a host, `under wildcard` for each
 * wildcard that stands for it too.
 */
export const TLS_HOSTS: Relation = {
  name: 'tls-hosts',
  kinds: ['Gateway'],
  // That it is there is all that is asked.
  shows: () => null,
  keysOf: ({ details }) => {
    if (details.type !== 'Gateway') return [];
    const servers = details.servers.filter(({ protocol }) => TLS.has(protocol.toUpperCase()));
    const hosts = servers.flatMap((server) => server.hosts.map(bareHost));
    return [
      ...new Set(
        hosts.flatMap((host) => [`at ${host}`, ...hostsOver(host).map((wide) => `under ${wide}`)]),
      ),
    ];
  },
};

const TLS = new Set(['HTTPS', 'TLS']);

/** A server's host without the namespace in front. */
export function bareHost(host: string): string {
  return host.slice(host.indexOf('/') + 1);
}
