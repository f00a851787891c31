import type { Assumptions } from '../../resources/assumptions.ts';
import { resolveGatewayName } from '../../resources/gateway-name.ts';
import { resolveHost } from '../../resources/host-name.ts';
import type { VirtualService } from '../../resources/kinds/virtual-service.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Relation } from '../engine/relation.ts';
import { listDestinations } from '../facts/list-destinations.ts';
import { PUBLIC, scopesOf, suffixesOf } from './registry-hosts.ts';

/** A host for which a VirtualService routes inside the mesh, and who sees that. */
export interface MeshHost {
  /** `*` or a namespace. */
  readonly scope: string;
  readonly fqdn: string;
  /** Its place in `spec.hosts`. */
  readonly index: number;
}

/** The hosts for which the VirtualService routes inside the mesh; none where it is on gateways alone. */
export function meshHostsOf(
  { details, namespace }: Resource,
  assumptions: Assumptions,
): readonly MeshHost[] {
  if (details.type !== 'VirtualService' || !isOnMesh(details)) return [];
  const hosts = details.hosts.map((host) => resolveHost(host, namespace, assumptions));
  return scopesOf(details.exportTo, namespace).flatMap((scope) =>
    hosts.map((fqdn, index) => ({ scope, fqdn, index })),
  );
}

/** Whether it routes requests inside the mesh. */
export function isOnMesh({ gateways }: VirtualService): boolean {
  return gateways === null || gateways.includes('mesh');
}

/** VirtualServices by the hosts for which they route inside the mesh: `scope host`. */
export const MESH_HOSTS: Relation = {
  name: 'mesh-hosts',
  kinds: ['VirtualService'],
  keysOf: (resource, assumptions) =>
    meshHostsOf(resource, assumptions).map(({ scope, fqdn }) => `${scope} ${fqdn}`),
};

/** VirtualServices that all namespaces see, by the wildcards that cover their hosts. */
export const PUBLIC_MESH_HOSTS_UNDER: Relation = {
  name: 'public-mesh-hosts-under',
  kinds: ['VirtualService'],
  keysOf: (resource, assumptions) => [
    ...new Set(
      meshHostsOf(resource, assumptions)
        .filter(({ scope }) => scope === PUBLIC)
        .flatMap(({ fqdn }) => suffixesOf(fqdn)),
    ),
  ],
};

/** VirtualServices by the hosts that they send http requests of a subset to, and are for: as written. */
export const OWN_SUBSET_ROUTES: Relation = {
  name: 'own-subset-routes',
  kinds: ['VirtualService'],
  keysOf: ({ details }) => {
    if (details.type !== 'VirtualService') return [];
    const own = new Set(details.hosts);
    const routed = details.http.flatMap(({ destinations }) => destinations);
    return [
      ...new Set(
        routed
          .filter(({ subset, host }) => subset !== null && own.has(host))
          .map(({ host }) => host),
      ),
    ];
  },
};

/** VirtualServices by the subsets that they send requests to: see `subsetUseKey`. */
export const SUBSET_USES: Relation = {
  name: 'subset-uses',
  kinds: ['VirtualService'],
  keysOf: ({ details, namespace }, assumptions) => {
    if (details.type !== 'VirtualService') return [];
    const keys = listDestinations(details).flatMap(({ host, subset }) =>
      subset === null ? [] : [subsetUseKey(host, subset, namespace, assumptions)],
    );
    return [...new Set(keys)];
  },
};

/** A subset of a host that is named in this namespace. */
export function subsetUseKey(
  host: string,
  subset: string,
  namespace: string,
  assumptions: Assumptions,
): string {
  return `${resolveHost(host, namespace, assumptions)} ${subset}`;
}

/** VirtualServices by the hosts that they have on the Gateways that they name: `namespace/name host`. */
export const GATEWAY_HOSTS: Relation = {
  name: 'gateway-hosts',
  kinds: ['VirtualService'],
  keysOf: ({ details, namespace }, assumptions) => {
    if (details.type !== 'VirtualService') return [];
    const hosts = details.hosts.map((host) => resolveHost(host, namespace, assumptions));
    const keys = (details.gateways ?? []).flatMap((text) => {
      const gateway = resolveGatewayName(text, namespace);
      return gateway === null
        ? []
        : hosts.map((host) => `${gateway.namespace}/${gateway.name} ${host}`);
    });
    return [...new Set(keys)];
  },
};
