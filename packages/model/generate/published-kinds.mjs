const ISTIO = '@kubernetes-models/istio';
const KUBERNETES = 'kubernetes-models';
const GATEWAY_API = '@kubernetes-models/gateway-api';

const NETWORKING = [
  'DestinationRule',
  'Gateway',
  'ServiceEntry',
  'Sidecar',
  'VirtualService',
  'WorkloadEntry',
  'WorkloadGroup',
];
const SECURITY = ['AuthorizationPolicy', 'PeerAuthentication', 'RequestAuthentication'];
const CORE = ['ConfigMap', 'Namespace', 'Pod', 'Secret', 'Service', 'ServiceAccount'];
const ROUTING = ['Gateway', 'GatewayClass', 'HTTPRoute', 'ReferenceGrant'];

function published(packageName, group, version, kinds) {
  return { package: packageName, group, version, kinds };
}

/** Which kinds the dictionary knows, of which versions, and the package that publishes their types. */
export const PUBLISHED_KINDS = [
  published(ISTIO, 'networking.istio.io', 'v1', NETWORKING),
  published(ISTIO, 'networking.istio.io', 'v1beta1', [...NETWORKING, 'ProxyConfig']),
  published(ISTIO, 'networking.istio.io', 'v1alpha3', [...NETWORKING, 'EnvoyFilter']),
  published(ISTIO, 'security.istio.io', 'v1', SECURITY),
  published(ISTIO, 'security.istio.io', 'v1beta1', SECURITY),
  published(ISTIO, 'telemetry.istio.io', 'v1', ['Telemetry']),
  published(ISTIO, 'telemetry.istio.io', 'v1alpha1', ['Telemetry']),
  published(ISTIO, 'extensions.istio.io', 'v1alpha1', ['WasmPlugin']),
  published(KUBERNETES, '', 'v1', CORE),
  published(KUBERNETES, 'apps', 'v1', ['DaemonSet', 'Deployment', 'StatefulSet']),
  published(KUBERNETES, 'networking.k8s.io', 'v1', ['Ingress']),
  published(GATEWAY_API, 'gateway.networking.k8s.io', 'v1', [...ROUTING, 'GRPCRoute', 'TLSRoute']),
  published(GATEWAY_API, 'gateway.networking.k8s.io', 'v1beta1', ROUTING),
];
