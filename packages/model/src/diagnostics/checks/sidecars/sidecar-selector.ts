import { pairsOf } from '../../../graph/provided-slots.ts';
import { matchesSelector } from '../../../resources/match-selector.ts';
import type { Labels, Resource } from '../../../resources/resource.ts';
import type { Lookup, Report, ResourceCheck } from '../../engine/check.ts';
import { findPods, type PodSet, printSelector, READS_OF_PODS } from '../../facts/find-pods.ts';
import { fullName } from '../../facts/full-name.ts';
import { isAmbient, isAmbientPod } from '../../facts/is-in-mesh.ts';
import { podOf } from '../../facts/pod-of.ts';
import { NAMESPACES } from '../../relations/namespaces.ts';
import { WORKLOADS } from '../../relations/pods.ts';
import { SIDECARS_BY_SELECTOR, sidecarSelectorOf } from '../../relations/sidecars.ts';

/**
 * The pods that a Sidecar is for: are there any, and is no other Sidecar for them? As Istio's
 * sidecar.SelectorAnalyzer has it.
 */
export const sidecarSelector: ResourceCheck = {
  name: 'sidecar-selector',
  codes: ['IST0101', 'IST0110', 'IST0111', 'IST0167'],
  about: ['Sidecar.networking.istio.io'],
  reads: [...READS_OF_PODS, SIDECARS_BY_SELECTOR, NAMESPACES],
  run: (resource, lookup, report) => {
    const selector = sidecarSelectorOf(resource);
    if (selector === null) checkWhole(resource, lookup, report);
    else checkSelected(resource, selector, lookup, report);
  },
};

const MOST = 20;

function checkWhole(resource: Resource, lookup: Lookup, report: Report): void {
  const { namespace, name } = resource;
  const [home] = lookup.find(NAMESPACES, namespace);
  if (home !== undefined && isAmbient(home)) {
    report({
      code: 'IST0167',
      resource,
      path: ['metadata', 'name'],
      message: `The namespace ${namespace} is in ambient mode: its pods have no proxy that this Sidecar could configure.`,
      args: ['namespace is in ambient mode, the policy has no impact'],
      related: [{ resource: home.id, path: ['metadata', 'labels'], message: 'says so' }],
    });
    return;
  }
  const all = lookup.find(SIDECARS_BY_SELECTOR, namespace);
  if (all.length < 2) return;
  const names = all.map((one) => one.name).toSorted();
  report({
    code: 'IST0111',
    resource,
    path: ['metadata', 'name'],
    message: `Several Sidecars are for all pods of the namespace ${namespace} (${names.slice(0, MOST).join(', ')}), and Istio uses only one of them. Merge them, or give ${name} a workloadSelector.`,
    args: [names, namespace],
    related: relate(all, resource),
  });
}

function checkSelected(resource: Resource, selector: Labels, lookup: Lookup, report: Report): void {
  const { namespace } = resource;
  const pods = findPods(lookup, selector, namespace);
  const printed = printSelector(selector);
  if (pods.length === 0) {
    const isKnown = lookup.find(WORKLOADS, namespace).length > 0;
    const [first] = Object.keys(selector).toSorted();
    report({
      code: 'IST0101',
      resource,
      path: ['spec', 'workloadSelector', 'labels', first ?? ''],
      certainty: isKnown ? 'wrong' : 'unknown',
      message: `No workload of the namespace ${namespace} in this text has the labels ${printed}, so this Sidecar configures nothing${isKnown ? '' : ', unless one outside the text has them'}. Write the labels of your pods.`,
      args: ['selector', printed],
      data: { reference: 'selector', selector: pairsOf(selector) },
    });
  }
  if (pods.some(({ resource: pod }) => pod !== null && isAmbientPod(podOf(pod)))) {
    report({
      code: 'IST0167',
      resource,
      path: ['spec', 'workloadSelector'],
      message:
        'A pod that this Sidecar selects is in ambient mode and has no proxy that it could configure.',
      args: ['selected workload is in ambient mode, the policy has no impact'],
    });
    return;
  }
  for (const pod of pods.slice(0, MOST)) {
    const all = findSidecarsOf(pod, namespace, lookup);
    if (all.length < 2) continue;
    const names = all.map((one) => one.name).toSorted();
    report({
      code: 'IST0110',
      resource,
      path: ['spec', 'workloadSelector', 'labels'],
      message: `Several Sidecars are for the pods of ${fullName(pod)} (${names.join(', ')}), and Istio uses only one of them. Let each pod have one.`,
      args: [names, namespace, pod.name],
      related: relate(all, resource),
    });
  }
}

function findSidecarsOf(pod: PodSet, namespace: string, lookup: Lookup): readonly Resource[] {
  return pairsOf(pod.labels)
    .flatMap((pair) => lookup.find(SIDECARS_BY_SELECTOR, `${namespace} ${pair}`))
    .filter((one) => matchesSelector(sidecarSelectorOf(one), pod.labels));
}

function relate(all: readonly Resource[], own: Resource) {
  return all
    .filter(({ id }) => id !== own.id)
    .slice(0, MOST)
    .map(({ id }) => ({ resource: id, path: ['spec'], message: 'is for the same pods' }));
}
