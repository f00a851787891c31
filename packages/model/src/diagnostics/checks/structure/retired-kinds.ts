import type { Resource } from '../../../resources/resource.ts';

/** What says it now, by the group that is gone, or by group and kind. */
const RETIRED: Readonly<Record<string, string>> = {
  'config.istio.io':
    'It belonged to Istio before 1.5. Write a VirtualService, DestinationRule or ServiceEntry (networking.istio.io/v1) for routing, and a Telemetry (telemetry.istio.io/v1) for metrics.',
  'rbac.istio.io':
    'It belonged to Istio before 1.6. Write an AuthorizationPolicy (security.istio.io/v1).',
  'authentication.istio.io':
    'It belonged to Istio before 1.6. Write a PeerAuthentication or a RequestAuthentication (security.istio.io/v1).',
  'extensions Ingress': 'Write apiVersion: networking.k8s.io/v1.',
  'extensions NetworkPolicy': 'Write apiVersion: networking.k8s.io/v1.',
  'extensions PodSecurityPolicy': 'Pod Security Admission has taken its place.',
  'policy PodSecurityPolicy': 'Pod Security Admission has taken its place.',
  'extensions Deployment': 'Write apiVersion: apps/v1.',
  'extensions DaemonSet': 'Write apiVersion: apps/v1.',
  'extensions ReplicaSet': 'Write apiVersion: apps/v1.',
};

/** What to write in place of a kind that is gone; null for every other kind. */
export function findRetiredKind({ group, kind }: Pick<Resource, 'group' | 'kind'>): string | null {
  const key = Object.hasOwn(RETIRED, group) ? group : `${group} ${kind}`;
  return Object.hasOwn(RETIRED, key) ? (RETIRED[key] ?? null) : null;
}
