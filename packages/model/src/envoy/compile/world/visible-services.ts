import { createdAt } from '../../../resources/created-at.ts';
import { labelsField, recordField } from '../../../resources/tolerant-value.ts';
import { compareText } from '../../../text/compare-text.ts';
import type { Discovery } from '../../cluster-config.ts';
import { isVisibleTo, type RegistryService } from './registry-service.ts';
import type { World } from './world.ts';

const known = new WeakMap<World, Map<string, ReadonlyMap<string, RegistryService>>>();

/**
 * The registry's hosts as pods of a namespace have them, by host (`DefaultSidecarScopeForGateway`):
 * of several with one host Kubernetes' own, else one that is for their namespace, else the oldest.
 */
export function visibleServices(
  world: World,
  podNamespace: string,
): ReadonlyMap<string, RegistryService> {
  const ofWorld = known.get(world) ?? new Map<string, ReadonlyMap<string, RegistryService>>();
  known.set(world, ofWorld);
  const before = ofWorld.get(podNamespace);
  if (before !== undefined) return before;
  const seen = [...world.registry.values()]
    .flat()
    .filter((service) => isVisibleTo(service, podNamespace));
  const sorted = sortByAge(seen);
  const isForAll = ({ exportTo }: RegistryService): boolean => exportTo.includes('*');
  const found = new Map<string, RegistryService>();
  for (const service of [...sorted.filter((one) => !isForAll(one)), ...sorted.filter(isForAll)])
    add(service, found);
  ofWorld.set(podNamespace, found);
  return found;
}

function sortByAge(services: readonly RegistryService[]): readonly RegistryService[] {
  return services
    .map((service) => ({ service, at: timeOf(service), name: nameOf(service) }))
    .sort(
      (one, other) =>
        one.at - other.at ||
        compareText(one.name, other.name) ||
        compareText(one.service.namespace, other.service.namespace),
    )
    .map(({ service }) => service);
}

/** What is assumed gives way to what is written. */
function timeOf({ source }: RegistryService): number {
  return source.kind === 'assumed' ? Number.MAX_SAFE_INTEGER : (createdAt(source.resource) ?? 0);
}

function nameOf({ source, host }: RegistryService): string {
  return source.kind === 'Service' ? source.resource.name : host;
}

function add(service: RegistryService, to: Map<string, RegistryService>): void {
  const { host, source, namespace } = service;
  const other = to.get(host);
  const isKubernetes = source.kind !== 'ServiceEntry';
  if (other === undefined || (isKubernetes && other.source.kind === 'ServiceEntry'))
    to.set(host, service);
  else if (!isKubernetes && other.source.kind === 'ServiceEntry' && namespace === other.namespace)
    to.set(host, withPortsOf(other, service));
}

/** ServiceEntries of one namespace that are alike share a host (`canMergeServices`). */
function withPortsOf(one: RegistryService, other: RegistryService): RegistryService {
  if (traitsOf(one) !== traitsOf(other)) return one;
  const numbers = new Set(one.ports.map(({ number }) => number));
  const more = other.ports.filter(({ number }) => !numbers.has(number));
  return more.length === 0 ? one : { ...one, ports: [...one.ports, ...more] };
}

/** How a gateway's Envoy finds the endpoints (`convertResolution`). */
export function discoveryOf({ source }: RegistryService): Discovery {
  if (source.kind !== 'ServiceEntry') return 'EDS';
  const { resolution } = source.resource.details;
  if (resolution === 'DNS_ROUND_ROBIN') return 'LOGICAL_DNS';
  return resolution === 'DNS' ? 'STRICT_DNS' : 'EDS';
}

/** How its endpoints are found, and who sees it. */
function traitsOf({ source, exportTo }: RegistryService): string {
  if (source.kind !== 'ServiceEntry') return '';
  const { details, labels, value } = source.resource;
  const selector = labelsField(
    recordField(recordField(value, 'spec'), 'workloadSelector'),
    'labels',
  );
  const pairs = [labels, selector].map((one) => Object.entries(one).sort());
  return JSON.stringify([details.resolution, [...exportTo].sort(), ...pairs]);
}
