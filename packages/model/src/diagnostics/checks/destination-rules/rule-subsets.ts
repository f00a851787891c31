import { isSubsetOf, isWildcard } from '../../../resources/host-name.ts';
import type { Subset } from '../../../resources/kinds/destination-rule.ts';
import { matchesSelector } from '../../../resources/match-selector.ts';
import type { Labels, Resource } from '../../../resources/resource.ts';
import {
  isRecord,
  labelsField,
  listField,
  recordField,
} from '../../../resources/tolerant-value.ts';
import type { Finding, Lookup, Report, ResourceCheck } from '../../engine/check.ts';
import { findPods, READS_OF_PODS } from '../../facts/find-pods.ts';
import { findRegistryHost, type RegistryHost } from '../../facts/find-registry-host.ts';
import { judgeMissingHost, READS_OF_HOSTS } from '../../facts/judge-missing-host.ts';
import { NODES_BY_NAME } from '../../relations/nodes.ts';
import { REGISTRY_HOSTS_UNDER } from '../../relations/registry-hosts.ts';
import { SUBSET_USES, subsetUseKey } from '../../relations/virtual-services.ts';
import { findPodsOnNodes, isTopologyLabel } from './find-pods-on-nodes.ts';

/**
 * The host of a DestinationRule and the labels of its subsets: do they stand for anything? As
 * Istio's destinationrule.PodNotSelectedAnalyzer has it (any pod anywhere), then as Kiali has it
 * (a pod of the host's Service).
 */
export const ruleSubsets: ResourceCheck = {
  name: 'rule-subsets',
  codes: ['IST0173', 'IST0174', 'KIA0203'],
  about: ['DestinationRule'],
  reads: [...READS_OF_PODS, ...READS_OF_HOSTS, NODES_BY_NAME, REGISTRY_HOSTS_UNDER, SUBSET_USES],
  run: (resource, lookup, report) => {
    const { details, namespace } = resource;
    if (details.type !== 'DestinationRule') return;
    const { host, exportTo, subsets } = details;
    const known = findRegistryHost(lookup, { host, namespace, exportTo });
    if (known === null) {
      reportHost(resource, host, lookup, report);
      return;
    }
    const last = new Map(subsets.map((subset) => [subset.name, subset]));
    for (const subset of last.values())
      checkSubset({ resource, host, subset, known }, lookup, report);
  },
};

function reportHost(resource: Resource, host: string, lookup: Lookup, report: Report): void {
  const { details, namespace } = resource;
  if (details.type !== 'DestinationRule') return;
  const place = { code: 'IST0174', resource, path: ['spec', 'host'], args: [host] } as const;
  if (isWildcard(host)) {
    if (lookup.find(REGISTRY_HOSTS_UNDER, host.slice(1)).length > 0) return;
    if (lookup.assumptions.externalHosts.some((one) => isSubsetOf(one, host))) return;
    report({
      ...place,
      certainty: 'unknown',
      message: `No Service and no ServiceEntry in this text has a host under "${host}", so nothing here follows this rule. Nothing is wrong if the mesh has such hosts.`,
      settledBy: [{ kind: 'external-host', host }],
    });
    return;
  }
  if (host === '') {
    report({
      ...place,
      message: 'This rule has no host, so it applies to nothing. Write the Service that it is for.',
    });
    return;
  }
  const missing = judgeMissingHost(lookup, { host, namespace, exportTo: details.exportTo });
  if (missing === null) return;
  report({
    ...place,
    certainty: missing.certainty,
    message: `This rule is for a host that is not in the text. ${missing.message}`,
    settledBy: missing.settledBy,
    data: { host, suggestion: missing.suggestion },
  });
}

interface SubsetOfHost {
  readonly resource: Resource;
  readonly host: string;
  readonly subset: Subset;
  readonly known: RegistryHost;
}

function checkSubset(about: SubsetOfHost, lookup: Lookup, report: Report): void {
  const { resource, host, subset, known } = about;
  const pods = findPodsOf(known, lookup);
  const isOnNodes = Object.keys(subset.labels).some(isTopologyLabel);
  // As it should be: then nobody looks through all pods of this version.
  if (!isOnNodes && pods.some((pod) => matchesSelector(subset.labels, pod.labels))) return;
  const users = lookup.find(
    SUBSET_USES,
    subsetUseKey(host, subset.name, resource.namespace, lookup.assumptions),
  );
  const place = {
    resource,
    path: ['spec', 'subsets', subset.index, 'labels'],
    related: users.slice(0, 20).map(({ id }) => ({
      resource: id,
      path: ['spec'],
      message: 'the subset is used here',
    })),
    data: { host, subset: subset.name },
  } as const;
  const isUsed = users.length > 0;
  const isKnown = pods.some((pod) => pod.resource !== null);
  const labels = { ...known.workloadLabels, ...subset.labels };
  if (findPodsOnNodes(lookup, labels).length === 0) {
    report({ ...place, ...describeNoPod(about, isUsed, isKnown) });
    return;
  }
  if (!isKnown || isOnNodes) return;
  report({
    ...place,
    code: 'KIA0203',
    severity: isUsed ? 'error' : 'info',
    message: `Pods have the labels of the subset "${subset.name}" (${print(subset.labels)}), but none that "${host}" selects, so requests that go there get 503. Correct the labels, or the selector of the Service.`,
  });
}

function describeNoPod(
  { subset, known }: SubsetOfHost,
  isUsed: boolean,
  isKnown: boolean,
): Omit<Finding, 'resource' | 'path'> {
  const finding = { code: 'IST0173', args: [subset.name] } as const;
  const written = print(subset.labels);
  if (hasEndpoint(known.resource, subset.labels))
    return {
      ...finding,
      severity: 'info',
      message: `Only endpoints of the ServiceEntry have the labels of the subset "${subset.name}". It works, but istioctl analyze does not see it.`,
    };
  if (!isKnown)
    return {
      ...finding,
      certainty: 'unknown',
      message: `No pod in this text has the labels of the subset "${subset.name}" (${written}). Requests that go there get 503, unless pods outside this text have them.`,
    };
  return {
    ...finding,
    severity: isUsed ? 'error' : 'warning',
    message: `No pod has the labels of the subset "${subset.name}" (${written}), so requests that go there get 503${isUsed ? '' : '; no VirtualService sends any'}. Correct the labels, or add a workload that has them.`,
  };
}

function print(labels: Labels): string {
  return Object.entries(labels)
    .map((pair) => pair.join(': '))
    .join(', ');
}

/** The pods that the host's Service selects. */
function findPodsOf({ resource }: RegistryHost, lookup: Lookup): ReturnType<typeof findPods> {
  if (resource?.details.type !== 'Service' || resource.details.selector === null) return [];
  return findPods(lookup, resource.details.selector, resource.namespace);
}

function hasEndpoint(resource: Resource | null, labels: Labels): boolean {
  if (resource?.details.type !== 'ServiceEntry') return false;
  return listField(recordField(resource.value, 'spec'), 'endpoints').some(
    (endpoint) => isRecord(endpoint) && matchesSelector(labels, labelsField(endpoint, 'labels')),
  );
}
