import type { AssumedGateway } from '../resources/assumptions.ts';
import {
  findServiceName,
  isExternalHost,
  isWildcard,
  resolveHost,
  serviceHost,
  wildcardSuffixes,
} from '../resources/host-name.ts';
import type { Resource, ResourceId } from '../resources/resource.ts';
import { type Found, type GraphLookup, isOf, pickType, type ResourceOf } from './graph-lookup.ts';
import type { Reference } from './reference.ts';

/** What a host stands for in this text. */
export type HostTarget =
  | { readonly kind: 'Service'; readonly service: ResourceOf<'Service'> }
  | {
      readonly kind: 'ServiceEntry';
      readonly serviceEntry: ResourceOf<'ServiceEntry'>;
      /** The ServiceEntry's wildcard host that covers it; null where it has the host itself. */
      readonly wildcard: string | null;
    }
  | { readonly kind: 'assumed-gateway'; readonly gateway: AssumedGateway };

/**
 * What the FQDN stands for: a Service, else a ServiceEntry with exactly this host (that of
 * `namespace` first), else the ServiceEntry whose wildcard covers most of it, else the Service of
 * an assumed gateway.
 */
export function findHostTarget(
  lookup: GraphLookup,
  fqdn: string,
  namespace: string,
): HostTarget | null {
  if (fqdn === '') return null;
  const exact = lookup.findProviders('host', fqdn);
  for (const { resource } of exact)
    if (isOf(resource, 'Service')) return { kind: 'Service', service: resource };
  const entry = nearest(exact, namespace);
  if (isOf(entry, 'ServiceEntry'))
    return { kind: 'ServiceEntry', serviceEntry: entry, wildcard: null };
  for (const suffix of wildcardSuffixes(fqdn)) {
    const wide = nearest(lookup.findProviders('wildcard-host', suffix), namespace);
    if (!isOf(wide, 'ServiceEntry')) continue;
    const wildcard = `*${suffix}`;
    return {
      kind: 'ServiceEntry',
      serviceEntry: wide,
      wildcard: wildcard === fqdn ? null : wildcard,
    };
  }
  for (const gateway of lookup.assumptions.gateways) {
    if (gateway.service === null) continue;
    if (serviceHost(gateway.name, gateway.namespace, lookup.assumptions) === fqdn)
      return { kind: 'assumed-gateway', gateway };
  }
  return null;
}

function nearest(found: readonly Found[], namespace: string): Resource | undefined {
  const near = found.find(({ resource }) => resource.namespace === namespace) ?? found[0];
  return near?.resource;
}

/**
 * The DestinationRules that count for a host: those for exactly this host, and where there are
 * none those of the longest wildcard that covers it.
 */
export function findDestinationRules(
  lookup: GraphLookup,
  fqdn: string,
): readonly ResourceOf<'DestinationRule'>[] {
  const exact = isWildcard(fqdn) ? [] : lookup.findProviders('rule', fqdn);
  if (exact.length > 0) return pickType(exact, 'DestinationRule');
  for (const suffix of wildcardSuffixes(fqdn)) {
    const wide = lookup.findProviders('wildcard-rule', suffix);
    if (wide.length > 0) return pickType(wide, 'DestinationRule');
  }
  return [];
}

/** What a host in a manifest points at, found or not. */
export interface HostReference {
  readonly fqdn: string;
  readonly target: HostTarget | null;
  readonly status: Reference['status'];
  /** The resource's id; where it is not in the text, the one that it would have. */
  readonly id: ResourceId;
  readonly namespace: string;
  readonly name: string;
  /** Why it is `unknown`: assumed to exist, or in a namespace outside the text. */
  readonly outside: 'external-host' | 'foreign-namespace' | null;
  /** Whether the host is the whole name of a Service of the cluster. */
  readonly isServiceName: boolean;
}

/** Reads a host of a manifest of this namespace and finds what it points at. */
export function referToHost(lookup: GraphLookup, host: string, namespace: string): HostReference {
  const { assumptions } = lookup;
  const fqdn = resolveHost(host, namespace, assumptions);
  const target = findHostTarget(lookup, fqdn, namespace);
  if (target !== null) {
    const { id, namespace: home, name } = placeOfTarget(target);
    if (target.kind === 'assumed-gateway') lookup.findResource(id);
    return {
      fqdn,
      target,
      status: 'found',
      id,
      namespace: home,
      name,
      outside: null,
      isServiceName: true,
    };
  }
  const service = findServiceName(fqdn, assumptions);
  const place = service ?? { namespace, name: host };
  const isExternal = isExternalHost(fqdn, assumptions) || isExternalHost(host, assumptions);
  const isForeign = service !== null && assumptions.foreignNamespaces.includes(service.namespace);
  const outside = isExternal ? 'external-host' : isForeign ? 'foreign-namespace' : null;
  const id = `Service/${place.namespace}/${place.name}`;
  // Whoever looks for it under this id is found from there, though it was looked for by its host.
  lookup.findResource(id);
  return {
    fqdn,
    target,
    status: outside === null ? 'dangling' : 'unknown',
    id,
    namespace: place.namespace,
    name: place.name,
    outside,
    isServiceName: service !== null,
  };
}

function placeOfTarget(target: HostTarget): Pick<HostReference, 'id' | 'namespace' | 'name'> {
  switch (target.kind) {
    case 'Service':
      return target.service;
    case 'ServiceEntry':
      return target.serviceEntry;
    case 'assumed-gateway': {
      const { namespace, name } = target.gateway;
      return { id: `Service/${namespace}/${name}`, namespace, name };
    }
  }
}
