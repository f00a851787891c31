import type { Labels } from '../resource.ts';
import {
  integerField,
  labelsField,
  readItems,
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

/** A port that a container of the pods declares. */
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
  return {
    type: 'Workload',
    podLabels: labelsField(recordField(pod, 'metadata'), 'labels'),
    containerPorts: readItems(recordField(pod, 'spec'), 'containers', readPorts).flat(),
  };
}

function readPorts(container: ValueRecord): readonly ContainerPort[] {
  return readItems(container, 'ports', readPort).filter((port) => port !== null);
}

function readPort(item: ValueRecord): ContainerPort | null {
  const port = integerField(item, 'containerPort');
  return port === null ? null : { name: textField(item, 'name'), port };
}
