import type { ResourceOf } from '../../../graph/graph-lookup.ts';
import { matchesSelector } from '../../../resources/match-selector.ts';
import type { Labels, Resource } from '../../../resources/resource.ts';
import {
  integerField,
  isRecord,
  labelsField,
  listField,
  recordField,
} from '../../../resources/tolerant-value.ts';
import type { World } from '../world/world.ts';
import type { FoundCluster } from './find-cluster.ts';
import { findMachines } from './find-machines.ts';

/** Who is behind a cluster. `unknown`: the text cannot tell. */
export interface Endpoints {
  readonly status: 'found' | 'none' | 'unknown';
  /** The workloads of the text behind it. */
  readonly workloads: readonly ResourceOf<'Workload'>[];
  /** In words: who is there, or why nobody is. */
  readonly reason: string;
}

type ClusterParts = Pick<FoundCluster, 'service' | 'port' | 'subset'>;

/**
 * The endpoints of a cluster. Pods that the text has tell; where a Service selects none of them,
 * there are none if the text has workloads of that namespace, and else nobody knows.
 */
export function findEndpoints(
  world: World,
  { service, subset }: ClusterParts,
  podNamespace: string,
): Endpoints {
  const { source, namespace } = service;
  const labels = subset?.subset.labels ?? {};
  switch (source.kind) {
    case 'assumed':
      return unknown(`The pods of ${source.gateway.name} are assumed to run.`);
    case 'Service': {
      const { selector } = source.resource.details;
      if (selector === null)
        return unknown('The Service has no selector: who is behind it, its own Endpoints say.');
      return ofPods(world, namespace, selector, labels);
    }
    case 'ServiceEntry':
      return ofEntry(world, source.resource, labels, podNamespace);
  }
}

function ofPods(world: World, namespace: string, selector: Labels, subset: Labels): Endpoints {
  const selected = world.findWorkloads(namespace, selector);
  const ready = selected.filter((workload) => !isScaledToZero(workload));
  const behind = ready.filter(({ details }) => matchesSelector(subset, details.podLabels));
  if (behind.length > 0)
    return found(`${namesOf(behind)} ${behind.length === 1 ? 'runs' : 'run'} the pods.`, behind);
  const machines = findMachines(world, namespace, { ...selector, ...subset });
  if (machines.length > 0)
    return found(`${namesOf(machines)} ${machines.length === 1 ? 'is' : 'are'} behind it.`);
  if (ready.length > 0)
    return none(`The Service's pods do not have the labels of the subset (${pairs(subset)}).`);
  if (selected.length > 0) return none('What runs the pods is scaled to 0.');
  const own = world.workloadsIn.get(namespace) ?? [];
  const isForeign = world.assumptions.foreignNamespaces.includes(namespace);
  if (own.length === 0 || isForeign)
    return unknown('The text has no pods of this namespace; they are taken to run.');
  return none(
    `The Service selects ${pairs(selector)}, and no pods of ${namespace} have these labels.`,
  );
}

function ofEntry(
  world: World,
  { value, details, namespace }: ResourceOf<'ServiceEntry'>,
  subset: Labels,
  podNamespace: string,
): Endpoints {
  const spec = recordField(value, 'spec');
  const wanted = labelsField(recordField(spec, 'workloadSelector'), 'labels');
  if (Object.keys(wanted).length > 0) return ofPods(world, namespace, wanted, subset);
  const endpoints = listField(spec, 'endpoints').filter(isRecord);
  const fitting = endpoints.filter((one) => matchesSelector(subset, labelsField(one, 'labels')));
  if (fitting.length > 0) return found('The ServiceEntry lists its endpoints.');
  if (endpoints.length > 0)
    return none(`No endpoint of the ServiceEntry has the labels of the subset (${pairs(subset)}).`);
  return details.resolution === 'STATIC'
    ? none('The ServiceEntry has fixed endpoints (resolution STATIC), and lists none.')
    : unknown(`The host is outside of the mesh; pods of ${podNamespace} look it up.`);
}

function isScaledToZero({ value }: ResourceOf<'Workload'>): boolean {
  return integerField(recordField(value, 'spec'), 'replicas') === 0;
}

function found(reason: string, workloads: readonly ResourceOf<'Workload'>[] = []): Endpoints {
  return { status: 'found', workloads, reason };
}

function namesOf(resources: readonly Resource[]): string {
  return resources.map(({ kind, name }) => `${kind} ${name}`).join(', ');
}

function none(reason: string): Endpoints {
  return { status: 'none', workloads: [], reason };
}

function unknown(reason: string): Endpoints {
  return { status: 'unknown', workloads: [], reason };
}

function pairs(labels: Labels): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}
