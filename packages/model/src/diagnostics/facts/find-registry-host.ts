import type { GatewayPlace } from '../../resources/assumable.ts';
import { isWildcard, resolveHost, serviceHost } from '../../resources/host-name.ts';
import type { Labels, Resource } from '../../resources/resource.ts';
import { labelsField, recordField } from '../../resources/tolerant-value.ts';
import type { Lookup } from '../engine/check.ts';
import { ANYWHERE, ODD_WILDCARD, PUBLIC, REGISTRY_HOSTS } from '../relations/registry-hosts.ts';

/** A host as Istio's registry knows it. */
export interface RegistryHost {
  readonly ports: readonly number[];
  /** Labels that its workloads have; null for a Service. */
  readonly workloadLabels: Labels | null;
  /** The Service or ServiceEntry; null for the Service of an assumed gateway. */
  readonly resource: Resource | null;
  /** The assumed gateway whose Service it is; null for what is in the text. */
  readonly gateway: GatewayPlace | null;
}

/** A host in a resource that names it. */
export interface HostQuery {
  /** As written. */
  readonly host: string;
  /** Of the resource that names it. */
  readonly namespace: string;
  /** Of the resource that names it. */
  readonly exportTo: readonly string[] | null;
}

/**
 * What a host stands for where it is named, as Istio's analyzers look it up: what all namespaces
 * see, then what the namespaces see that the naming resource is exported to, then wildcards.
 */
export function findRegistryHost(lookup: Lookup, query: HostQuery): RegistryHost | null {
  const { host, namespace, exportTo } = query;
  const fqdn = resolveHost(host, namespace, lookup.assumptions);
  const scopes = exportTo === null ? [namespace] : exportTo.map((e) => (e === '.' ? namespace : e));
  for (const scope of [PUBLIC, ...scopes]) {
    const exact = lookup.find(REGISTRY_HOSTS, `${scope} ${fqdn}`);
    if (exact.length > 0) return readHolder(exact);
  }
  for (const scope of [PUBLIC, namespace]) {
    const wide = findWildcard(lookup, scope, host);
    if (wide.length > 0) return readHolder(wide);
  }
  return findAssumed(lookup, fqdn);
}

/** What has the host anywhere in the text, exported to where it is named or not. */
export function findHostAnywhere(lookup: Lookup, fqdn: string): readonly Resource[] {
  return lookup.find(REGISTRY_HOSTS, `${ANYWHERE} ${fqdn}`);
}

function findWildcard(lookup: Lookup, scope: string, host: string): readonly Resource[] {
  const name = isWildcard(host) ? host.slice(1) : host;
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const found = lookup.find(REGISTRY_HOSTS, `${scope} *${name.slice(dot)}`);
    if (found.length > 0) return found;
  }
  const all = lookup.find(REGISTRY_HOSTS, `${scope} *`);
  if (all.length > 0) return all;
  return lookup
    .find(REGISTRY_HOSTS, `${scope} ${ODD_WILDCARD}`)
    .filter(
      ({ details }) =>
        details.type === 'ServiceEntry' &&
        details.hosts.some((one) => isWildcard(one) && name.endsWith(one.slice(1))),
    );
}

/** A Service counts before ServiceEntries, and of these the last; holders are sorted by id. */
function readHolder(holders: readonly Resource[]): RegistryHost | null {
  const [first] = holders;
  const resource = first?.details.type === 'Service' ? first : holders.at(-1);
  if (resource === undefined) return null;
  const { details, value } = resource;
  if (details.type === 'Service')
    return {
      ports: numbers(details.ports.map(({ port }) => port)),
      workloadLabels: null,
      resource,
      gateway: null,
    };
  if (details.type !== 'ServiceEntry') return null;
  return {
    ports: numbers(details.ports.map(({ number }) => number)),
    workloadLabels: labelsField(
      recordField(recordField(value, 'spec'), 'workloadSelector'),
      'labels',
    ),
    resource,
    gateway: null,
  };
}

function numbers(ports: readonly (number | null)[]): readonly number[] {
  return ports.filter((port) => port !== null);
}

function findAssumed({ assumptions }: Lookup, fqdn: string): RegistryHost | null {
  for (const { name, namespace, service } of assumptions.gateways) {
    if (service === null || serviceHost(name, namespace, assumptions) !== fqdn) continue;
    return {
      ports: service.ports.map(({ port }) => port),
      workloadLabels: null,
      resource: null,
      gateway: { name, namespace },
    };
  }
  return null;
}
