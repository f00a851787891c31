import type { Labels, Resource } from '../../../resources/resource.ts';
import type { Lookup, Report, ResourceCheck } from '../../engine/check.ts';
import {
  type AlonePolicy,
  findSelectedPods,
  reportOthersForAll,
  reportOthersForPods,
} from '../../facts/alone-for-pods.ts';
import { READS_OF_PODS } from '../../facts/find-pods.ts';
import { isAmbient, isAmbientPod } from '../../facts/is-in-mesh.ts';
import { podOf } from '../../facts/pod-of.ts';
import { NAMESPACES } from '../../relations/namespaces.ts';
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

const SIDECAR: AlonePolicy = {
  kind: 'Sidecar',
  plural: 'Sidecars',
  relation: SIDECARS_BY_SELECTOR,
  selectorOf: sidecarSelectorOf,
  labelsPath: ['spec', 'workloadSelector', 'labels'],
  idle: 'configures nothing',
  codes: { whole: 'IST0111', selected: 'IST0110' },
};

function checkWhole(resource: Resource, lookup: Lookup, report: Report): void {
  const { namespace } = resource;
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
  reportOthersForAll(SIDECAR, resource, lookup, report);
}

function checkSelected(resource: Resource, selector: Labels, lookup: Lookup, report: Report): void {
  const pods = findSelectedPods(SIDECAR, resource, selector, lookup, report);
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
  reportOthersForPods(SIDECAR, resource, pods, lookup, report);
}
