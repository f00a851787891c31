import type { ResourceOf } from '../../../graph/graph-lookup.ts';
import type { FieldOrigin } from '../../../graph/topology.ts';
import { findServiceName, isIpAddress, wildcardSuffixes } from '../../../resources/host-name.ts';
import type { WeightedCluster } from '../../gateway-config.ts';
import type { RegistryPort, RegistryService } from '../world/registry-service.ts';
import { isVisibleTo } from '../world/registry-service.ts';
import { discoveryOf, visibleServices } from '../world/visible-services.ts';
import type { World } from '../world/world.ts';
import { effectiveRule, type RulePods, type RuleSubset } from './effective-rule.ts';
import { type Endpoints, findEndpoints } from './find-endpoints.ts';

/** A cluster of Envoy, looked up. */
export type ClusterState = FoundCluster | MissingCluster | AssumedCluster;

/** istiod sends it to the gateway. */
export interface FoundCluster {
  readonly status: 'found';
  readonly service: RegistryService;
  readonly port: RegistryPort;
  readonly subset: RuleSubset | null;
  readonly endpoints: Endpoints;
}

/** Envoy has no such cluster. */
export interface MissingCluster {
  readonly status: 'missing';
  readonly lack: 'host' | 'visibility' | 'port' | 'subset';
  /** In words: what is not there, what is, and what to do. */
  readonly reason: string;
  readonly origins: readonly FieldOrigin[];
}

/** The text does not hold it, and the assumptions say that it is there. */
export interface AssumedCluster {
  readonly status: 'assumed';
  readonly reason: string;
}

/** For a Service that is another name istiod makes no cluster, only for what it names. */
export function isAlias({ externalName }: RegistryService): boolean {
  return externalName !== null;
}

/** Whether it is the port of a number; istiod makes no clusters of UDP's. */
export function isTcpPort({ number, transport }: RegistryPort, port: number): boolean {
  return number === port && transport === 'TCP';
}

/** Looks a destination's cluster up, as pods of a namespace have it. */
export function findCluster(world: World, cluster: WeightedCluster, pods: RulePods): ClusterState {
  const { host } = cluster;
  const podNamespace = pods.namespace;
  const service = visibleServices(world, podNamespace).get(host);
  if (service === undefined) return withoutHost(world, cluster, podNamespace);
  if (isAlias(service)) return asAlias(cluster, service);
  const port = service.ports.find((one) => isTcpPort(one, cluster.port));
  if (port === undefined) return withoutPort(cluster, service);
  if (cluster.subset === null) return found(world, { service, port, subset: null }, podNamespace);
  const { rules, subsets } = effectiveRule(world, host, service.namespace, pods);
  const subset = subsets.get(cluster.subset);
  if (subset === undefined) return withoutSubset(cluster, cluster.subset, rules, service);
  const state = found(world, { service, port, subset }, podNamespace);
  // A cluster that looks up nothing is none (`buildCluster`).
  return state.endpoints.status === 'none' && discoveryOf(service) !== 'EDS'
    ? missing('subset', `${state.endpoints.reason} So Istio makes no cluster of it.`, [
        cluster.origin,
        originOf(service, ['spec', 'endpoints']),
      ])
    : state;
}

function found(
  world: World,
  parts: Pick<FoundCluster, 'service' | 'port' | 'subset'>,
  podNamespace: string,
): FoundCluster {
  return { status: 'found', ...parts, endpoints: findEndpoints(world, parts, podNamespace) };
}

function withoutHost(
  world: World,
  { host, origin }: WeightedCluster,
  podNamespace: string,
): ClusterState {
  const { assumptions, registry } = world;
  const name = findServiceName(host, assumptions);
  const [hidden] = registry.get(host) ?? [];
  if (hidden !== undefined)
    return missing(
      'visibility',
      `${nameOf(hidden)} is not exported to ${podNamespace}, where the gateway's pods run, so they know no cluster for it. Export it to them.`,
      [origin, originOf(hidden)],
    );
  const assumed = whyAssumed(world, host);
  if (assumed !== null) return { status: 'assumed', reason: assumed };
  const wide = wildcardSuffixes(host)
    .flatMap((suffix) => registry.get(`*${suffix}`) ?? [])
    .find((service) => isVisibleTo(service, podNamespace));
  if (wide !== undefined)
    return missing(
      'host',
      `Only the wildcard ${wide.host} of ${nameOf(wide)} covers ${host}, and Istio makes clusters for hosts as they are written. Add ${host} to its hosts.`,
      [origin, originOf(wide)],
    );
  return missing('host', whyUnknown(host, name), [origin]);
}

/** Why a host that is not in the text is taken to exist; null where it is not. */
export function whyAssumed({ assumptions }: World, host: string): string | null {
  if (assumptions.externalHosts.includes(host)) return `The assumptions say that ${host} exists.`;
  const name = findServiceName(host, assumptions);
  return name !== null && assumptions.foreignNamespaces.includes(name.namespace)
    ? `The namespace ${name.namespace} is outside this text, as the assumptions say, so ${host} is taken to exist.`
    : null;
}

function whyUnknown(
  host: string,
  service: { readonly name: string; readonly namespace: string } | null,
): string {
  if (host === '') return 'The destination has no host.';
  if (service !== null)
    return `There is no Service ${service.name} in the namespace ${service.namespace}. A short name means the namespace of the VirtualService. Correct the host, or add the Service.`;
  if (isIpAddress(host))
    return `${host} is an address, and a destination is the name of a Service, or a host of a ServiceEntry.`;
  return `No Service and no ServiceEntry has the host ${host}. Istio completes only names without a dot; write the whole name of a Service, or add a ServiceEntry.`;
}

function asAlias({ origin }: WeightedCluster, service: RegistryService): MissingCluster {
  return missing(
    'host',
    `${nameOf(service)} is only another name for ${service.externalName}, and Istio follows one such name, not two. Name the Service at the end of them.`,
    [origin, originOf(service, ['spec', 'externalName'])],
  );
}

function withoutPort(cluster: WeightedCluster, service: RegistryService): MissingCluster {
  const has = service.ports.map(({ number }) => number).join(', ');
  const asked = cluster.portIsDefault
    ? `The destination names no port, so Istio takes the Gateway's port ${cluster.port}`
    : `The destination asks for port ${cluster.port}`;
  return missing(
    'port',
    `${asked}, and ${nameOf(service)} has ${has === '' ? 'no ports' : has}. Name a port that it has: the Service's own, not that of its pods.`,
    [cluster.origin, originOf(service, ['spec', 'ports'])],
  );
}

function withoutSubset(
  { host, origin }: WeightedCluster,
  subset: string,
  rules: readonly ResourceOf<'DestinationRule'>[],
  service: RegistryService,
): MissingCluster {
  const names = rules.flatMap(({ details }) => details.subsets.map(({ name }) => name));
  const has =
    rules.length === 0
      ? `no DestinationRule that counts for the gateway has the host ${host}`
      : `the DestinationRule for ${host} has ${names.length === 0 ? 'no subsets' : names.join(', ')}`;
  return missing(
    'subset',
    `There is no subset "${subset}": ${has}. A rule counts in the namespace of the gateway's pods, in that of the Service (${service.namespace}), and in istio-system.`,
    [origin, ...rules.map(({ id }) => ({ resourceId: id, path: ['spec', 'subsets'] }))],
  );
}

function missing(
  lack: MissingCluster['lack'],
  reason: string,
  origins: readonly FieldOrigin[],
): MissingCluster {
  return {
    status: 'missing',
    lack,
    reason,
    origins: origins.filter(({ resourceId }) => resourceId !== ''),
  };
}

/** `the Service shop/cart`. */
export function nameOf({ source, namespace, host }: RegistryService): string {
  switch (source.kind) {
    case 'assumed':
      return `the Service ${namespace}/${source.gateway.name}`;
    case 'Service':
      return `the Service ${namespace}/${source.resource.name}`;
    case 'ServiceEntry':
      return `the ServiceEntry ${namespace}/${source.resource.name} (${host})`;
  }
}

/** Where it is written; an empty id for what is assumed. */
export function originOf(
  { source }: RegistryService,
  path: FieldOrigin['path'] = ['metadata', 'name'],
): FieldOrigin {
  return { resourceId: source.kind === 'assumed' ? '' : source.resource.id, path };
}
