import { pairsOf } from '../../../graph/provided-slots.ts';
import { matchesSelector } from '../../../resources/match-selector.ts';
import type { Labels, Resource } from '../../../resources/resource.ts';
import type { Lookup, Report, ResourceCheck } from '../../engine/check.ts';
import { findPods, type PodSet, printSelector, READS_OF_PODS } from '../../facts/find-pods.ts';
import { fullName } from '../../facts/full-name.ts';
import { WORKLOADS } from '../../relations/pods.ts';
import { hasTarget, TELEMETRIES, telemetrySelectorOf } from '../../relations/telemetries.ts';

const MOST = 20;

/** Is a Telemetry the only one for all pods of its namespace? As Istio's telemetry.DefaultSelectorAnalyzer has it. */
export const telemetryDefault: ResourceCheck = {
  name: 'telemetry-default',
  codes: ['IST0160'],
  about: ['Telemetry.telemetry.istio.io'],
  reads: [TELEMETRIES],
  run: (resource, lookup, report) => {
    if (hasTarget(resource) || telemetrySelectorOf(resource) !== null) return;
    const { namespace, name } = resource;
    const all = lookup.find(TELEMETRIES, namespace);
    if (all.length < 2) return;
    const names = all.map((one) => one.name).toSorted();
    report({
      code: 'IST0160',
      resource,
      path: ['metadata', 'name'],
      message: `Several Telemetries are for all pods of the namespace ${namespace} (${names.slice(0, MOST).join(', ')}), and Istio uses only one of them. Merge them, or give ${name} a selector.`,
      args: [names, namespace],
      related: relate(all, resource),
    });
  },
};

/** The pods that a Telemetry selects: are there any, and is no other one for them? As Istio's telemetry.SelectorAnalyzer has it. */
export const telemetrySelector: ResourceCheck = {
  name: 'telemetry-selector',
  codes: ['IST0101', 'IST0159'],
  about: ['Telemetry.telemetry.istio.io'],
  reads: [...READS_OF_PODS, TELEMETRIES],
  run: (resource, lookup, report) => {
    const selector = telemetrySelectorOf(resource);
    if (selector === null || Object.keys(selector).length === 0) return;
    const pods = findPods(lookup, selector, resource.namespace);
    if (pods.length === 0) reportNone(resource, selector, lookup, report);
    for (const pod of pods.slice(0, MOST)) reportShared(resource, pod, lookup, report);
  },
};

function reportNone(resource: Resource, selector: Labels, lookup: Lookup, report: Report): void {
  const { namespace } = resource;
  const isKnown = lookup.find(WORKLOADS, namespace).length > 0;
  const printed = printSelector(selector);
  const [first] = Object.keys(selector).toSorted();
  report({
    code: 'IST0101',
    resource,
    path: ['spec', 'selector', 'matchLabels', first ?? ''],
    certainty: isKnown ? 'wrong' : 'unknown',
    message: `No workload of the namespace ${namespace} in this text has the labels ${printed}, so this Telemetry is for nothing${isKnown ? '' : ', unless one outside the text has them'}. Write the labels of your pods.`,
    args: ['selector', printed],
    data: { reference: 'selector', selector: pairsOf(selector) },
  });
}

function reportShared(resource: Resource, pod: PodSet, lookup: Lookup, report: Report): void {
  const { namespace } = resource;
  const all = pairsOf(pod.labels)
    .flatMap((pair) => lookup.find(TELEMETRIES, `${namespace} ${pair}`))
    .filter((one) => matchesSelector(telemetrySelectorOf(one), pod.labels));
  if (all.length < 2) return;
  const names = all.map((one) => one.name).toSorted();
  report({
    code: 'IST0159',
    resource,
    path: ['spec', 'selector', 'matchLabels'],
    message: `Several Telemetries are for the pods of ${fullName(pod)} (${names.join(', ')}), and Istio uses only one of them. Let each pod have one.`,
    args: [names, namespace, pod.name],
    related: relate(all, resource),
  });
}

function relate(all: readonly Resource[], own: Resource) {
  return all
    .filter(({ id }) => id !== own.id)
    .slice(0, MOST)
    .map(({ id }) => ({ resource: id, path: ['spec'], message: 'is for the same pods' }));
}
