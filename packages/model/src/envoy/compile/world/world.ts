import { isOf, type ResourceOf } from '../../../graph/graph-lookup.ts';
import { pairsOf } from '../../../graph/provided-slots.ts';
import type { Assumptions } from '../../../resources/assumptions.ts';
import { resolveGatewayName } from '../../../resources/gateway-name.ts';
import { resolveHost } from '../../../resources/host-name.ts';
import { matchesSelector } from '../../../resources/match-selector.ts';
import type { Labels, Resource, ResourceId } from '../../../resources/resource.ts';
import { sortByAge } from '../../../resources/sort-by-age.ts';
import { finish, type Slices } from '../../../text/slices.ts';
import { convertIngresses } from '../ingress/convert-ingresses.ts';
import type { WrittenParts } from '../ingress/written-origins.ts';
import {
  type RegistryService,
  readAssumedHost,
  readEntryHosts,
  readServiceHost,
} from './registry-service.ts';

/** Everything that istiod reads, found fast. */
export interface World {
  readonly assumptions: Assumptions;
  /** Who sees a VirtualService that does not say so, as the mesh has it. */
  readonly defaultExportTo: readonly string[];
  /** With the Gateways and VirtualServices that istiod makes of Ingresses. */
  readonly byId: ReadonlyMap<ResourceId, Resource>;
  /** Of those that it makes: where their parts are written. */
  readonly written: WrittenParts;
  /** By age. */
  readonly gateways: readonly ResourceOf<'Gateway'>[];
  /** By age. */
  readonly virtualServices: readonly ResourceOf<'VirtualService'>[];
  /** Those that name a Gateway (`namespace/name`), by age. */
  readonly boundTo: ReadonlyMap<string, readonly ResourceOf<'VirtualService'>[]>;
  /** By host; Kubernetes' own first, then by age. */
  readonly registry: ReadonlyMap<string, readonly RegistryService[]>;
  /** By namespace, by age and host. */
  readonly servicesIn: ReadonlyMap<string, readonly RegistryService[]>;
  /** By `namespace host`, the host whole; by age. */
  readonly rulesAt: ReadonlyMap<string, readonly ResourceOf<'DestinationRule'>[]>;
  /** By namespace, in text order. */
  readonly workloadsIn: ReadonlyMap<string, readonly ResourceOf<'Workload'>[]>;
  /** Pods of a namespace that have all these labels. */
  readonly findWorkloads: (namespace: string, labels: Labels) => readonly ResourceOf<'Workload'>[];
}

/** The world of a text's resources; of several with one id the last counts. */
export function buildWorld(
  resources: readonly Resource[],
  assumptions: Assumptions,
  defaultExportTo?: readonly string[],
): World {
  return finish(buildWorldInSlices(resources, assumptions, defaultExportTo));
}

/** The same, with pauses. */
export function* buildWorldInSlices(
  resources: readonly Resource[],
  assumptions: Assumptions,
  defaultExportTo: readonly string[] = ['*'],
): Slices<World> {
  const byId = new Map<ResourceId, Resource>();
  for (const resource of resources) byId.set(resource.id, resource);
  yield null;
  const ingresses = convertIngresses(byId, assumptions);
  for (const resource of ingresses.resources) byId.set(resource.id, resource);
  const all = [...byId.values()];
  yield null;
  // What istiod makes has no time of creation, and so is older than anything in a cluster.
  const byAge = <Item extends Resource>(items: readonly Item[]): readonly Item[] => {
    const isMade = ({ id }: Item): boolean => ingresses.parts.has(id);
    const sorted = sortByAge(items);
    return [...sorted.filter(isMade), ...sorted.filter((item) => !isMade(item))];
  };
  const virtualServices = byAge(ofType(all, 'VirtualService'));
  const boundTo = groupBy(virtualServices, gatewaysOf);
  yield null;
  const services = readRegistry(all, assumptions);
  yield null;
  const registry = groupBy(services, ({ host }) => [host]);
  const servicesIn = groupBy(services, ({ namespace }) => [namespace]);
  const workloadsIn = groupBy(ofType(all, 'Workload'), ({ namespace }) => [namespace]);
  yield null;
  const rulesAt = groupBy(sortByAge(ofType(all, 'DestinationRule')), (rule) => [
    `${rule.namespace} ${resolveHost(rule.details.host, rule.namespace, assumptions)}`,
  ]);
  yield null;
  return {
    assumptions,
    defaultExportTo,
    byId,
    written: ingresses.parts,
    gateways: byAge(ofType(all, 'Gateway')),
    virtualServices,
    boundTo,
    registry,
    servicesIn,
    rulesAt,
    workloadsIn,
    findWorkloads: workloadFinder(workloadsIn),
  };
}

function ofType<Type extends Resource['details']['type']>(
  resources: readonly Resource[],
  type: Type,
): readonly ResourceOf<Type>[] {
  return resources.filter((resource): resource is ResourceOf<Type> => isOf(resource, type));
}

/** One that is named twice, such as `gw` and `ns/gw`, counts twice (`initVirtualServices`). */
function gatewaysOf({ details, namespace }: ResourceOf<'VirtualService'>): readonly string[] {
  return (details.gateways ?? []).flatMap((text) => {
    const named = resolveGatewayName(text, namespace);
    return named === null ? [] : [`${named.namespace}/${named.name}`];
  });
}

/** Kubernetes' own come first, then those of ServiceEntries, then what is assumed and not in the text. */
function readRegistry(
  resources: readonly Resource[],
  assumptions: Assumptions,
): readonly RegistryService[] {
  const own = sortByAge(ofType(resources, 'Service')).map((resource) =>
    readServiceHost(resource, assumptions),
  );
  const entries = sortByAge(ofType(resources, 'ServiceEntry')).flatMap(readEntryHosts);
  const known = new Set(own.map(({ host }) => host));
  const assumed = assumptions.gateways
    .map((gateway) => readAssumedHost(gateway, assumptions))
    .filter((service) => service !== null)
    .filter(({ host }) => !known.has(host));
  return [...own, ...entries, ...assumed];
}

/** The items under each of their keys, in the order in which they come. */
export function groupBy<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  return groups;
}

/** Looks among the pods that have the rarest of the labels only. */
function workloadFinder(workloads: World['workloadsIn']): World['findWorkloads'] {
  const indexes = new Map<string, ReadonlyMap<string, readonly ResourceOf<'Workload'>[]>>();
  return (namespace, labels) => {
    const own = workloads.get(namespace) ?? [];
    const pairs = pairsOf(labels);
    if (pairs.length === 0) return own;
    let index = indexes.get(namespace);
    if (index === undefined) {
      index = groupBy(own, ({ details }) => pairsOf(details.podLabels));
      indexes.set(namespace, index);
    }
    const lists = pairs.map((pair) => index.get(pair) ?? []);
    const shortest = lists.reduce((best, list) => (list.length < best.length ? list : best));
    return shortest.filter(({ details }) => matchesSelector(labels, details.podLabels));
  };
}
