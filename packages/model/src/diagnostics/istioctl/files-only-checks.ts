import { serverCertificate } from '../checks/destination-rules/server-certificate.ts';
import { filterPatches } from '../checks/envoy-filters/filter-patches.ts';
import { sameCertificate } from '../checks/gateways/same-certificate.ts';
import { jwksFetch } from '../checks/policies/jwks-fetch.ts';
import { entryAddresses } from '../checks/service-entries/entry-addresses.ts';
import { privateEntryPort, sameEntryPort } from '../checks/service-entries/entry-ports.ts';
import { removedFields } from '../checks/sidecars/removed-fields.ts';
import { telemetryProviders } from '../checks/telemetry/telemetry-providers.ts';
import { telemetryDefault } from '../checks/telemetry/telemetry-selector.ts';
import { VALIDATION_CHECKS } from '../checks/validation/validation-checks.ts';
import { deprecatedPercent } from '../checks/virtual-services/deprecated-percent.ts';
import { gatewayReference } from '../checks/virtual-services/gateway-reference.ts';
import { privateMeshHost, sameMeshHost } from '../checks/virtual-services/mesh-hosts.ts';
import { subsetReference } from '../checks/virtual-services/subset-reference.ts';
import type { Check } from '../engine/check.ts';

/**
 * The checks that stand for analyzers which `istioctl analyze --use-kube=false` runs: from files it
 * takes no Services, Pods, Secrets, Namespaces and Nodes, and leaves out every analyzer that asks for one.
 */
export const FILES_ONLY_CHECKS: readonly Check[] = [
  deprecatedPercent,
  entryAddresses,
  filterPatches,
  gatewayReference,
  jwksFetch,
  privateEntryPort,
  privateMeshHost,
  removedFields,
  sameCertificate,
  sameEntryPort,
  sameMeshHost,
  serverCertificate,
  subsetReference,
  telemetryDefault,
  telemetryProviders,
  ...VALIDATION_CHECKS,
];

/** Kinds that it does not take from files; the settings of the mesh it reads from elsewhere. */
export const DROPPED_KINDS: readonly string[] = [
  'ConfigMap',
  'IstioOperator',
  'Namespace',
  'Node',
  'Pod',
  'Secret',
  'Service',
];

/** Kinds that its analyzers ask for: a List with another one in it is left out as a whole. */
export const LISTED_KINDS: readonly string[] = [
  ...['AuthorizationPolicy', 'DestinationRule', 'EnvoyFilter', 'Gateway', 'PeerAuthentication'],
  ...['ProxyConfig', 'RequestAuthentication', 'ServiceEntry', 'Sidecar', 'Telemetry'],
  ...['VirtualService', 'WasmPlugin', 'WorkloadEntry', 'WorkloadGroup'],
  ...['ConfigMap', 'CustomResourceDefinition', 'Deployment', 'GRPCRoute', 'HTTPRoute'],
  ...['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
];

/** Namespaces whose resources it leaves out. */
export const DROPPED_NAMESPACES: readonly string[] = [
  'kube-node-lease',
  'kube-public',
  'kube-system',
  'local-path-storage',
];
