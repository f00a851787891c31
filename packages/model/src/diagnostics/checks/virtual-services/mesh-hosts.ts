import type { Assumptions } from '../../../resources/assumptions.ts';
import { isSubsetOf, isWildcard } from '../../../resources/host-name.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Finding, GroupCheck, Lookup, ResourceCheck } from '../../engine/check.ts';
import { fullName } from '../../facts/full-name.ts';
import { PUBLIC, suffixesOf } from '../../relations/registry-hosts.ts';
import {
  MESH_HOSTS,
  type MeshHost,
  meshHostsOf,
  PUBLIC_MESH_HOSTS_UNDER,
} from '../../relations/virtual-services.ts';

/**
 * VirtualServices that route one host inside the mesh, where the same namespaces see them: which
 * one counts is undefined. As Istio's virtualservice.ConflictingMeshGatewayHostsAnalyzer has it.
 */
export const sameMeshHost: GroupCheck = {
  name: 'same-mesh-host',
  codes: ['IST0109'],
  about: MESH_HOSTS,
  reads: [MESH_HOSTS, PUBLIC_MESH_HOSTS_UNDER],
  runGroup: ({ key, resources }, lookup, report) => {
    for (const finding of conflictsOf(key, resources, lookup)) report(finding);
  },
};

/** The same for a host that one VirtualService alone has, seen by some namespaces, under one that all see. */
export const privateMeshHost: ResourceCheck = {
  name: 'private-mesh-host',
  codes: ['IST0109'],
  about: ['VirtualService'],
  reads: [MESH_HOSTS, PUBLIC_MESH_HOSTS_UNDER],
  run: (resource, lookup, report) => {
    for (const { scope, fqdn } of meshHostsOf(resource, lookup.assumptions)) {
      if (scope === PUBLIC) continue;
      const key = `${scope} ${fqdn}`;
      const own = lookup.find(MESH_HOSTS, key);
      if (own.length === 1) for (const finding of conflictsOf(key, own, lookup)) report(finding);
    }
  },
};

interface Place {
  readonly resource: Resource;
  readonly index: number;
}

function placesOf(resource: Resource, key: string, assumptions: Assumptions): readonly Place[] {
  return meshHostsOf(resource, assumptions)
    .filter(({ scope, fqdn }) => `${scope} ${fqdn}` === key)
    .map(({ index }) => ({ resource, index }));
}

/** Hosts that all namespaces see, and that have names in common with this one. */
function findOverlapping(fqdn: string, lookup: Lookup): readonly Place[] {
  const found = new Set<Resource>();
  const take = (resources: readonly Resource[]) => {
    for (const resource of resources) found.add(resource);
  };
  take(lookup.find(MESH_HOSTS, `${PUBLIC} ${fqdn}`));
  for (const suffix of suffixesOf(fqdn)) take(lookup.find(MESH_HOSTS, `${PUBLIC} *${suffix}`));
  if (isWildcard(fqdn)) take(lookup.find(PUBLIC_MESH_HOSTS_UNDER, fqdn.slice(1)));
  const overlaps = ({ scope, fqdn: other }: MeshHost) =>
    scope === PUBLIC && (isSubsetOf(fqdn, other) || isSubsetOf(other, fqdn));
  return [...found].flatMap((resource) =>
    meshHostsOf(resource, lookup.assumptions)
      .filter(overlaps)
      .map(({ index }) => ({ resource, index })),
  );
}

const MOST = 20;

/** What to say of the VirtualServices that have a host in a scope, and of those that overlap it there. */
function conflictsOf(key: string, own: readonly Resource[], lookup: Lookup): readonly Finding[] {
  const host = key.slice(key.indexOf(' ') + 1);
  const places = own.flatMap((one) => placesOf(one, key, lookup.assumptions));
  if (!key.startsWith(`${PUBLIC} `)) places.push(...findOverlapping(host, lookup));
  if (places.length < 2) return [];
  const names = places.map(({ resource }) => fullName(resource)).toSorted();
  const shown = names.length > MOST ? [...names.slice(0, MOST), 'others'] : names;
  const args = [names.join(','), key.replace(' ', '/')];
  const related = places.slice(0, MOST + 1).map(({ resource, index }) => ({
    resource: resource.id,
    path: ['spec', 'hosts', index],
    message: 'routes the same host',
  }));
  const message = `Several VirtualServices route "${host}" inside the mesh (${shown.join(', ')}), and Istio uses only one of them. Put all routes of a host into one VirtualService.`;
  return places.map(({ resource, index }) => ({
    code: 'IST0109',
    resource,
    path: ['spec', 'hosts', index],
    message,
    args,
    related: related.filter((one) => one.resource !== resource.id).slice(0, MOST),
    data: { host },
  }));
}
