import { matchesSelector } from '../../../resources/match-selector.ts';
import type { Labels } from '../../../resources/resource.ts';
import { recordField, textField } from '../../../resources/tolerant-value.ts';
import type { Lookup } from '../../engine/check.ts';
import { findPods, type PodSet } from '../../facts/find-pods.ts';
import { NODES_BY_NAME } from '../../relations/nodes.ts';

const HOSTNAME = 'kubernetes.io/hostname';
const REGION = 'topology.kubernetes.io/region';
const ZONE = 'topology.kubernetes.io/zone';
const SUBZONE = 'topology.istio.io/subzone';
const TOPOLOGY: readonly string[] = [HOSTNAME, REGION, ZONE, SUBZONE];

/** Whether a pod has the label from the node on which it runs. */
export function isTopologyLabel(label: string): boolean {
  return TOPOLOGY.includes(label);
}

/** The pods that have the labels, with those that they have from their nodes. */
export function findPodsOnNodes(lookup: Lookup, labels: Labels): readonly PodSet[] {
  const pairs = Object.entries(labels);
  if (!pairs.some(([label]) => isTopologyLabel(label))) return findPods(lookup, labels);
  const own = Object.fromEntries(pairs.filter(([label]) => !isTopologyLabel(label)));
  return findPods(lookup, own).filter((pod) =>
    matchesSelector(labels, { ...pod.labels, ...nodeLabels(pod, lookup) }),
  );
}

function nodeLabels({ resource }: PodSet, lookup: Lookup): Labels {
  if (resource?.kind !== 'Pod') return {};
  const name = textField(recordField(resource.value, 'spec'), 'nodeName');
  if (name === null) return {};
  const node = lookup.find(NODES_BY_NAME, name)[0]?.labels ?? {};
  const has = (label: string) => (node[label] ?? '') !== '';
  const known = [REGION, ZONE, ...(has(ZONE) ? [SUBZONE] : [])].filter(has);
  return {
    [HOSTNAME]: name,
    ...Object.fromEntries(known.map((label) => [label, node[label] ?? ''])),
  };
}
