const ISTIO = 'https://istio.io/latest/docs/reference/config';
const KUBERNETES = 'https://kubernetes.io/docs';

const BY_KIND: Readonly<Record<string, string>> = {
  Gateway: `${ISTIO}/networking/gateway/`,
  VirtualService: `${ISTIO}/networking/virtual-service/`,
  DestinationRule: `${ISTIO}/networking/destination-rule/`,
  ServiceEntry: `${ISTIO}/networking/service-entry/`,
  Sidecar: `${ISTIO}/networking/sidecar/`,
  WorkloadEntry: `${ISTIO}/networking/workload-entry/`,
  WorkloadGroup: `${ISTIO}/networking/workload-group/`,
  EnvoyFilter: `${ISTIO}/networking/envoy-filter/`,
  ProxyConfig: `${ISTIO}/networking/proxy-config/`,
  AuthorizationPolicy: `${ISTIO}/security/authorization-policy/`,
  PeerAuthentication: `${ISTIO}/security/peer_authentication/`,
  RequestAuthentication: `${ISTIO}/security/request_authentication/`,
  Telemetry: `${ISTIO}/telemetry/`,
  WasmPlugin: `${ISTIO}/proxy_extensions/wasm-plugin/`,
  Service: `${KUBERNETES}/concepts/services-networking/service/`,
  Ingress: `${KUBERNETES}/concepts/services-networking/ingress/`,
  Secret: `${KUBERNETES}/concepts/configuration/secret/`,
  ConfigMap: `${KUBERNETES}/concepts/configuration/configmap/`,
  Namespace: `${KUBERNETES}/concepts/overview/working-with-objects/namespaces/`,
  Pod: `${KUBERNETES}/concepts/workloads/pods/`,
  Deployment: `${KUBERNETES}/concepts/workloads/controllers/deployment/`,
  StatefulSet: `${KUBERNETES}/concepts/workloads/controllers/statefulset/`,
  DaemonSet: `${KUBERNETES}/concepts/workloads/controllers/daemonset/`,
};

/** The page about a kind; null where there is none. */
export function docsLink(group: string, kind: string): string | null {
  if (group === 'gateway.networking.k8s.io')
    return 'https://gateway-api.sigs.k8s.io/reference/spec/';
  return BY_KIND[kind] ?? null;
}
