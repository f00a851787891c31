import type { Labels, Resource } from '../../resources/resource.ts';
import {
  findRecord,
  isRecord,
  labelsField,
  listField,
  recordField,
  textField,
  type ValueRecord,
} from '../../resources/tolerant-value.ts';
import type { Lookup } from '../engine/check.ts';
import { NAMESPACES } from '../relations/namespaces.ts';
import { podOf } from './pod-of.ts';

/** The containers of a pod; those that run before it starts too, if asked for. */
export function containersOf(
  pod: ValueRecord,
  fields: readonly string[] = ['containers'],
): readonly ValueRecord[] {
  const spec = recordField(pod, 'spec');
  return fields.flatMap((field) => listField(spec, field).filter(isRecord));
}

/** Whether a container of the pod is Istio's proxy. */
export function hasProxy(pod: ValueRecord): boolean {
  return containersOf(pod, ['containers', 'initContainers']).some(
    (container) =>
      textField(container, 'name') === 'istio-proxy' && textField(container, 'image') !== null,
  );
}

const INJECT = 'sidecar.istio.io/inject';

/** What the pod says about getting a proxy, by label, else by annotation; null where it says nothing. */
export function injectionOf(pod: ValueRecord): string | null {
  const metadata = recordField(pod, 'metadata');
  return (
    labelsField(metadata, 'labels')[INJECT] ??
    textField(recordField(metadata, 'annotations'), INJECT)
  );
}

/** Whether pods of the workload have a proxy of Istio, as its analyzers decide it. */
export function isInMesh(workload: Resource, lookup: Lookup): boolean {
  const pod = podOf(workload);
  if (hasProxy(pod)) return true;
  const written = injectionOf(pod);
  if (written !== null) return written === 'true';
  const [namespace] = lookup.find(NAMESPACES, workload.namespace);
  return namespace?.labels['istio-injection'] === 'enabled';
}

/** Whether the Namespace is in ambient mode: what runs there has no proxy of its own. */
export function isAmbient({ labels }: { readonly labels: Labels }): boolean {
  return (
    labels['istio.io/dataplane-mode'] === 'ambient' &&
    labels['istio-injection'] !== 'enabled' &&
    (labels['istio.io/rev'] ?? '') === ''
  );
}

/** Whether the pod's traffic is led through the proxy of its node. */
export function isAmbientPod(pod: ValueRecord): boolean {
  const annotations = findRecord(recordField(pod, 'metadata'), 'annotations');
  return (
    annotations !== null && textField(annotations, 'ambient.istio.io/redirection') === 'enabled'
  );
}
