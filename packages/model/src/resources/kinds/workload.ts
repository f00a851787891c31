import type { Labels } from '../resource.ts';

/** What runs pods: a Deployment, StatefulSet, DaemonSet or a Pod itself. */
export interface Workload {
  readonly podLabels: Labels;
  readonly containerPorts: readonly ContainerPort[];
}

export interface ContainerPort {
  readonly name: string | null;
  readonly port: number;
}
