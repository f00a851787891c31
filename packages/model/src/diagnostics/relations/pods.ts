import { pairsOf } from '../../graph/provided-slots.ts';
import type { Resource } from '../../resources/resource.ts';
import { fieldOf, recordField, textField } from '../../resources/tolerant-value.ts';
import type { Relation } from '../engine/relation.ts';
import { podOf } from '../facts/pod-of.ts';

/** What runs pods, as ids begin. */
export const WORKLOAD_KINDS: readonly string[] = ['Pod', 'Deployment', 'StatefulSet', 'DaemonSet'];

/** The key that everything has. */
export const EVERY = '*';

/** What is known of pods before they run: their labels, ports, annotations and node. */
function showPods(resource: Resource): unknown {
  const pod = podOf(resource);
  const annotations = recordField(recordField(pod, 'metadata'), 'annotations');
  return [resource.details, annotations, fieldOf(recordField(pod, 'spec'), 'nodeName')];
}

/** What runs pods: all under `*`, and by namespace. */
export const WORKLOADS: Relation = {
  name: 'workloads',
  kinds: WORKLOAD_KINDS,
  keysOf: ({ namespace }) => [EVERY, namespace],
  shows: showPods,
};

/** What runs pods by each label of these: `key=value`, and `namespace key=value`. */
export const WORKLOADS_BY_LABEL: Relation = {
  name: 'workloads-by-label',
  kinds: WORKLOAD_KINDS,
  keysOf: ({ namespace, details }) =>
    details.type === 'Workload'
      ? pairsOf(details.podLabels).flatMap((pair) => [pair, `${namespace} ${pair}`])
      : [],
  shows: showPods,
};

/** What runs pods by its name and the values of its pods' labels: `namespace word`. */
export const WORKLOADS_BY_WORD: Relation = {
  name: 'workloads-by-word',
  kinds: WORKLOAD_KINDS,
  keysOf: ({ namespace, name, details }) =>
    details.type === 'Workload'
      ? [...new Set([name, ...Object.values(details.podLabels)])].map(
          (word) => `${namespace} ${word}`,
        )
      : [],
};

/** What runs a gateway, as far as its labels and annotations tell: all under `*`. */
export const GATEWAY_WORKLOADS: Relation = {
  name: 'gateway-workloads',
  kinds: WORKLOAD_KINDS,
  keysOf: (resource) => (isGateway(resource) ? [EVERY] : []),
  shows: showPods,
};

function isGateway(resource: Resource): boolean {
  const { details } = resource;
  if (details.type !== 'Workload') return false;
  if (GATEWAY_LABELS.some((label) => Object.hasOwn(details.podLabels, label))) return true;
  const annotations = recordField(recordField(podOf(resource), 'metadata'), 'annotations');
  return textField(annotations, 'inject.istio.io/templates')?.includes('gateway') ?? false;
}

const GATEWAY_LABELS = ['istio', 'gateway.networking.k8s.io/gateway-name'];
