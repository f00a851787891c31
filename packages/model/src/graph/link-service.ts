import { isWildcard, serviceHost } from '../resources/host-name.ts';
import { matchesSelector } from '../resources/match-selector.ts';
import { findDestinationRules, referToHost } from './find-host.ts';
import { type Links, linksOfNode } from './graph-entry.ts';
import { type GraphLookup, pickType, type ResourceOf } from './graph-lookup.ts';
import { inNamespace, pairsOf } from './provided-slots.ts';
import type { Reference } from './reference.ts';
import type {
  LoadBalancerNode,
  ServiceEntryNode,
  ServiceNode,
  SubsetState,
  WorkloadState,
} from './topology.ts';

/** The node of a Service: a LoadBalancer where it stands in front of a gateway, else a Service. */
export function linkService(lookup: GraphLookup, service: ResourceOf<'Service'>): Links {
  const { details, namespace, name } = service;
  const common = {
    namespace,
    name,
    status: 'present',
    resourceId: service.id,
    stale: service.stale,
    explanation: '',
    duplicates: lookup.countDuplicates(service.id),
    serviceType: details.serviceType,
    ports: details.ports,
  } as const;
  if (lookup.isLoadBalancer(service)) {
    const node: LoadBalancerNode = {
      id: `LoadBalancer/${namespace}/${name}`,
      kind: 'LoadBalancer',
      ...common,
      selector: details.selector,
    };
    return linksOfNode(node);
  }
  const node: ServiceNode = {
    id: service.id,
    kind: 'Service',
    ...common,
    subsets: subsetsOf(
      findDestinationRules(lookup, serviceHost(name, namespace, lookup.assumptions)),
    ),
    workloads: workloadsOf(lookup, service),
    missingHost: null,
  };
  return linksOfNode(node);
}

function workloadsOf(
  lookup: GraphLookup,
  { namespace, details }: ResourceOf<'Service'>,
): readonly WorkloadState[] {
  const { selector } = details;
  if (selector === null) return [];
  const keys = pairsOf(selector).map((pair) => inNamespace(namespace, pair));
  return pickType(lookup.findFewestProviders('namespace-label', keys), 'Workload')
    .filter((workload) => matchesSelector(selector, workload.details.podLabels))
    .map(({ id, kind, name }) => ({ id, kind, name }));
}

function subsetsOf(rules: readonly ResourceOf<'DestinationRule'>[]): readonly SubsetState[] {
  return rules.flatMap(({ id, details }) =>
    details.subsets.map(({ name, labels }) => ({ name, labels, destinationRule: id })),
  );
}

/** The node of a ServiceEntry. */
export function linkServiceEntry(lookup: GraphLookup, entry: ResourceOf<'ServiceEntry'>): Links {
  const { details } = entry;
  const rules = new Set(details.hosts.flatMap((host) => findDestinationRules(lookup, host)));
  const node: ServiceEntryNode = {
    id: entry.id,
    kind: 'ServiceEntry',
    namespace: entry.namespace,
    name: entry.name,
    status: 'present',
    resourceId: entry.id,
    stale: entry.stale,
    explanation: '',
    duplicates: lookup.countDuplicates(entry.id),
    hosts: details.hosts,
    ports: details.ports,
    location: details.location,
    resolution: details.resolution,
    subsets: subsetsOf([...rules]),
  };
  return linksOfNode(node);
}

/** A DestinationRule has no node; its host is a reference, unless it is a wildcard. */
export function referToRuleHost(
  lookup: GraphLookup,
  rule: ResourceOf<'DestinationRule'>,
  references: Reference[] | null,
): void {
  const { host } = rule.details;
  if (host === '' || isWildcard(host)) return;
  const { status, id } = referToHost(lookup, host, rule.namespace);
  references?.push({
    kind: 'destination-rule-host',
    from: rule.id,
    path: ['spec', 'host'],
    text: host,
    status,
    target: id,
  });
}
