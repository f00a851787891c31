import type { Labels } from '../resource.ts';
import {
  integerField,
  isRecord,
  labelsField,
  listField,
  recordField,
  textField,
  type ValueRecord,
} from '../tolerant-value.ts';

/** What runs pods: a Deployment, StatefulSet, DaemonSet or a Pod itself. */
export interface Workload {
  readonly type: 'Workload';
  readonly podLabels: Labels;
  readonly containerPorts: readonly ContainerPort[];
}

export interface ContainerPort {
  readonly name: string | null;
  readonly port: number;
}

/** Reads a Deployment, StatefulSet or DaemonSet: the pods that its template makes. */
export function readWorkload(manifest: ValueRecord): Workload {
  return readPod(recordField(recordField(manifest, 'spec'), 'template'));
}

/** Reads a Pod, or the template of one. */
export function readPod(pod: ValueRecord): Workload {
  const containerPorts: ContainerPort[] = [];
  for (const container of listField(recordField(pod, 'spec'), 'containers')) {
    if (!isRecord(container)) continue;
    for (const item of listField(container, 'ports')) {
      const port = isRecord(item) ? integerField(item, 'containerPort') : null;
      if (isRecord(item) && port !== null)
        containerPorts.push({ name: textField(item, 'name'), port });
    }
  }
  const podLabels = labelsField(recordField(pod, 'metadata'), 'labels');
  return { type: 'Workload', podLabels, containerPorts };
}
