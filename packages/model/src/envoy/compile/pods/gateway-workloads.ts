import type { ResourceOf } from '../../../graph/graph-lookup.ts';
import { ISTIO_LABEL, pairsOf } from '../../../graph/provided-slots.ts';
import type { AssumedGateway } from '../../../resources/assumptions.ts';
import { matchesSelector } from '../../../resources/match-selector.ts';
import type { Labels, Resource } from '../../../resources/resource.ts';
import {
  isRecord,
  listField,
  recordField,
  textField,
  type ValueRecord,
} from '../../../resources/tolerant-value.ts';
import type { GatewayWorkload } from '../../gateway-config.ts';
import type { World } from '../world/world.ts';
import { namedServicesOf } from './front-services.ts';

/**
 * The gateway workloads that are known: those of the text that a Gateway selects; those that a
 * Service of the text selects by all that a Gateway asks for, where no other pods of its namespace
 * are known; and those that are assumed. In this order.
 */
export function listGatewayWorkloads(world: World): readonly GatewayWorkload[] {
  const selectors = distinctSelectors(world);
  const written = workloadsOf(world, selectors);
  const assumed = world.assumptions.gateways
    .filter(({ namespace, name }) =>
      written.every((one) => one.namespace !== namespace || one.name !== name),
    )
    .map(assumedWorkload);
  const known = [...written, ...assumed];
  return [...written, ...impliedWorkloads(world, selectors, known), ...assumed];
}

/** The workload of an assumed gateway. */
export function assumedWorkload(gateway: AssumedGateway): GatewayWorkload {
  const { namespace, name, labels, tlsTerminatedInFront } = gateway;
  return {
    id: `assumed/${namespace}/${name}`,
    known: 'assumed',
    namespace,
    name,
    labels,
    addresses: [],
    isUnprivileged: false,
    tlsTerminatedInFront,
    origins: [],
  };
}

/** null: a Gateway is for every gateway pod. */
function distinctSelectors({ gateways }: World): readonly (Labels | null)[] {
  const found = new Map<string, Labels | null>();
  for (const gateway of gateways) {
    if (namedServicesOf(gateway) !== null) continue;
    const { selector } = gateway.details;
    found.set(selector === null ? '' : pairsOf(selector).join(','), selector);
  }
  return [...found.values()];
}

function workloadsOf(
  world: World,
  selectors: readonly (Labels | null)[],
): readonly GatewayWorkload[] {
  const found = new Set<ResourceOf<'Workload'>>();
  for (const selector of selectors)
    for (const namespace of world.workloadsIn.keys())
      for (const workload of world.findWorkloads(namespace, selector ?? {}))
        if (selector !== null || Object.hasOwn(workload.details.podLabels, ISTIO_LABEL))
          found.add(workload);
  for (const { namespace, labels } of namedSelectors(world))
    for (const workload of world.findWorkloads(namespace, labels)) found.add(workload);
  return [...found].map(writtenWorkload);
}

/** The selectors of Services that Gateways beside them name as those of their pods. */
function namedSelectors(
  world: World,
): readonly { readonly namespace: string; readonly labels: Labels }[] {
  return world.gateways.flatMap((gateway) =>
    (namedServicesOf(gateway) ?? []).flatMap((host) =>
      (world.registry.get(host) ?? []).flatMap(({ source, namespace }) => {
        if (namespace !== gateway.namespace || source.kind !== 'Service') return [];
        const { selector } = source.resource.details;
        return selector === null ? [] : [{ namespace, labels: selector }];
      }),
    ),
  );
}

function writtenWorkload(resource: ResourceOf<'Workload'>): GatewayWorkload {
  const pod = podOf(resource);
  const address = textField(recordField(resource.value, 'status'), 'podIP');
  return {
    id: resource.id,
    known: 'text',
    namespace: resource.namespace,
    name: resource.name,
    labels: resource.details.podLabels,
    addresses: address === null ? [] : [address],
    isUnprivileged: saysUnprivileged(pod),
    tlsTerminatedInFront: false,
    origins: [{ resourceId: resource.id, path: ['metadata', 'name'] }],
  };
}

function podOf({ kind, value }: Resource): ValueRecord {
  return kind === 'Pod' ? value : recordField(recordField(value, 'spec'), 'template');
}

/** The proxy's own setting, as its environment has it. */
function saysUnprivileged(pod: ValueRecord): boolean {
  return listField(recordField(pod, 'spec'), 'containers')
    .filter(isRecord)
    .flatMap((container) => listField(container, 'env').filter(isRecord))
    .some(
      (variable) => variable.name === 'ISTIO_META_UNPRIVILEGED_POD' && variable.value === 'true',
    );
}

function impliedWorkloads(
  world: World,
  selectors: readonly (Labels | null)[],
  known: readonly GatewayWorkload[],
): readonly GatewayWorkload[] {
  const found = new Map<string, GatewayWorkload>();
  const services = [...world.servicesIn.values()].flat();
  for (const { source, namespace } of services) {
    if (source.kind !== 'Service') continue;
    const { resource } = source;
    const { selector } = resource.details;
    if (selector === null || !selectors.some((wanted) => asksForAll(selector, wanted))) continue;
    const hasPods =
      world.findWorkloads(namespace, selector).length > 0 ||
      known.some((pod) => pod.namespace === namespace && matchesSelector(selector, pod.labels));
    const key = `${namespace} ${pairsOf(selector).join(',')}`;
    if (!hasPods && !found.has(key)) found.set(key, impliedWorkload(resource, selector));
  }
  return [...found.values()];
}

function asksForAll(selector: Labels, wanted: Labels | null): boolean {
  return wanted === null ? Object.hasOwn(selector, ISTIO_LABEL) : matchesSelector(wanted, selector);
}

function impliedWorkload({ id, namespace, name }: Resource, labels: Labels): GatewayWorkload {
  return {
    id: `pods/${id}`,
    known: 'service',
    namespace,
    name,
    labels,
    addresses: [],
    isUnprivileged: false,
    tlsTerminatedInFront: false,
    origins: [{ resourceId: id, path: ['spec', 'selector'] }],
  };
}
