import { pairsOf } from '../../graph/provided-slots.ts';
import type { Resource } from '../../resources/resource.ts';
import { recordField, textField } from '../../resources/tolerant-value.ts';
import type { Relation } from '../engine/relation.ts';

/** What runs pods, as ids begin. */
export const WORKLOAD_KINDS: readonly string[] = ['Pod', 'Deployment', 'StatefulSet', 'DaemonSet'];

/** The key that everything has. */
export const EVERY = '*';

/** What runs pods: all under `*`, and by namespace. */
export const WORKLOADS: Relation = {
  name: 'workloads',
  kinds: WORKLOAD_KINDS,
  keysOf: ({ namespace }) => [EVERY, namespace],
};

/** What runs pods by each label of these: `key=value`, and `namespace key=value`. */
export const WORKLOADS_BY_LABEL: Relation = {
  name: 'workloads-by-label',
  kinds: WORKLOAD_KINDS,
  keysOf: ({ namespace, details }) =>
    details.type === 'Workload'
      ? pairsOf(details.podLabels).flatMap((pair) => [pair, `${namespace} ${pair}`])
      : [],
};

/** What runs a gateway, as far as its labels and annotations tell: all under `*`. */
export const GATEWAY_WORKLOADS: Relation = {
  name: 'gateway-workloads',
  kinds: WORKLOAD_KINDS,
  keysOf: (resource) => (isGateway(resource) ? [EVERY] : []),
};

function isGateway({ kind, value, details }: Resource): boolean {
  if (details.type !== 'Workload') return false;
  if (GATEWAY_LABELS.some((label) => Object.hasOwn(details.podLabels, label))) return true;
  const pod = kind === 'Pod' ? value : recordField(recordField(value, 'spec'), 'template');
  const annotations = recordField(recordField(pod, 'metadata'), 'annotations');
  return textField(annotations, 'inject.istio.io/templates')?.includes('gateway') ?? false;
}

const GATEWAY_LABELS = ['istio', 'gateway.networking.k8s.io/gateway-name'];
