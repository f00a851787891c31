import { readDestinationRule } from './kinds/destination-rule.ts';
import { readGateway } from './kinds/gateway.ts';
import { readSecret } from './kinds/secret.ts';
import { readService } from './kinds/service.ts';
import { readServiceEntry } from './kinds/service-entry.ts';
import { readVirtualService } from './kinds/virtual-service.ts';
import { readPod, readWorkload } from './kinds/workload.ts';
import type { ResourceDetails } from './resource.ts';
import type { ValueRecord } from './tolerant-value.ts';

interface ResourceKind {
  readonly groups: readonly string[];
  /** null: every version. */
  readonly versions: readonly string[] | null;
  readonly readDetails: (manifest: ValueRecord) => ResourceDetails;
}

const ISTIO = {
  groups: ['networking.istio.io'],
  versions: ['v1alpha3', 'v1beta1', 'v1'],
} as const;
const CORE = { groups: [''], versions: ['v1'] } as const;
// `extensions` is where Deployments and DaemonSets lived before `apps`; many old manifests say so.
const APPS = { groups: ['apps', 'extensions'], versions: null } as const;

const KINDS: ReadonlyMap<string, ResourceKind> = new Map<string, ResourceKind>([
  ['Gateway', { ...ISTIO, readDetails: readGateway }],
  ['VirtualService', { ...ISTIO, readDetails: readVirtualService }],
  ['DestinationRule', { ...ISTIO, readDetails: readDestinationRule }],
  ['ServiceEntry', { ...ISTIO, readDetails: readServiceEntry }],
  ['Service', { ...CORE, readDetails: readService }],
  ['Secret', { ...CORE, readDetails: readSecret }],
  ['Pod', { ...CORE, readDetails: readPod }],
  ['Deployment', { ...APPS, readDetails: readWorkload }],
  ['StatefulSet', { ...APPS, readDetails: readWorkload }],
  ['DaemonSet', { ...APPS, readDetails: readWorkload }],
]);

const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  'APIService',
  'CertificateSigningRequest',
  'ClusterIssuer',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'GatewayClass',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
]);

/** The kind of the topology with exactly this group, version and kind, if it is one. */
export function findResourceKind(
  group: string,
  version: string,
  kind: string,
): ResourceKind | undefined {
  const found = KINDS.get(kind);
  if (found === undefined || !found.groups.includes(group)) return undefined;
  return found.versions === null || found.versions.includes(version) ? found : undefined;
}

/** Whether objects of this kind belong to no namespace. */
export function isClusterScoped(kind: string): boolean {
  return CLUSTER_SCOPED.has(kind);
}

/**
 * The part of a resource's id before the namespace: the kind alone for the kinds of the topology
 * and for other core kinds, otherwise `Kind.group`. No other kind ever takes the topology's names.
 */
export function kindOfId(group: string, kind: string, isOfTopology: boolean): string {
  if (isOfTopology) return kind;
  if (group !== '') return `${kind}.${group}`;
  return KINDS.has(kind) ? `${kind}.core` : kind;
}

/** The part of an id before the namespace, where only group and kind are known: so do references name kinds. */
export function idKindOf(group: string, kind: string): string {
  return kindOfId(group, kind, KINDS.get(kind)?.groups.includes(group) ?? false);
}
