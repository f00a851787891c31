import { CREDENTIAL } from '../credential-form.ts';
import { GATEWAY_NAME } from '../gateway-name-form.ts';
import {
  CLUSTER_NAME,
  DNS_HOST,
  EGRESS_HOST,
  FULL_HOST,
  SERVER_HOST,
  SERVICE_HOST,
  URL_HOST,
  VIRTUAL_HOST_NAME,
} from '../host-name-forms.ts';
import {
  DELEGATE,
  LOCAL_OBJECT,
  localName,
  qualifiedName,
  WORKLOAD_IDENTITY,
} from '../reference-forms.ts';
import type { NamingKinds } from './naming-kinds.ts';

const DOCS = 'https://istio.io/latest/docs/reference/config';
const SERVICE_ACCOUNT = localName('ServiceAccount');
const TRAFFIC_POLICY = 'spec.{trafficPolicy,subsets[].trafficPolicy}';

/** What Istio's own kinds name. */
export const ISTIO_NAMES: readonly NamingKinds[] = [
  {
    kinds: ['Gateway'],
    source: `${DOCS}/networking/gateway/`,
    names: [
      ['spec.servers[].hosts[]', SERVER_HOST],
      ['spec.servers[].tls.{credentialName,credentialNames[],caCertCredentialName}', CREDENTIAL],
      ['spec.servers[].tls.subjectAltNames[]', WORKLOAD_IDENTITY],
    ],
  },
  {
    kinds: ['VirtualService'],
    source: `${DOCS}/networking/virtual-service/`,
    names: [
      ['spec.hosts[]', SERVICE_HOST],
      ['spec.gateways[]', GATEWAY_NAME],
      ['spec.{http,tls,tcp}[].match[].gateways[]', GATEWAY_NAME],
      ['spec.{http,tls,tcp}[].route[].destination.host', SERVICE_HOST],
      ['spec.http[].{mirror,mirrors[].destination}.host', SERVICE_HOST],
      ['spec.http[].delegate', DELEGATE],
      // istiod wants every SNI host to be within the VirtualService's own hosts.
      ['spec.tls[].match[].sniHosts[]', FULL_HOST],
      ['spec.http[].{match[].authority.exact,rewrite.authority,redirect.authority}', DNS_HOST],
    ],
  },
  {
    kinds: ['DestinationRule'],
    source: `${DOCS}/networking/destination-rule/`,
    names: [
      ['spec.host', SERVICE_HOST],
      [`${TRAFFIC_POLICY}.{tls,portLevelSettings[].tls}.credentialName`, CREDENTIAL],
      [`${TRAFFIC_POLICY}.{tls,portLevelSettings[].tls}.subjectAltNames[]`, WORKLOAD_IDENTITY],
      // A gateway behind it chooses its server by this name.
      [`${TRAFFIC_POLICY}.{tls,portLevelSettings[].tls}.sni`, FULL_HOST],
      [`${TRAFFIC_POLICY}.tunnel.targetHost`, DNS_HOST],
    ],
  },
  {
    kinds: ['ServiceEntry'],
    source: `${DOCS}/networking/service-entry/`,
    names: [
      ['spec.endpoints[].address', DNS_HOST],
      ['spec.endpoints[].serviceAccount', SERVICE_ACCOUNT],
      ['spec.subjectAltNames[]', WORKLOAD_IDENTITY],
    ],
  },
  {
    kinds: ['WorkloadEntry.networking.istio.io', 'WorkloadGroup.networking.istio.io'],
    source: `${DOCS}/networking/workload-entry/`,
    names: [
      ['spec.{address,template.address}', DNS_HOST],
      ['spec.{serviceAccount,template.serviceAccount}', SERVICE_ACCOUNT],
    ],
  },
  {
    kinds: ['Sidecar.networking.istio.io'],
    source: `${DOCS}/networking/sidecar/`,
    names: [
      ['spec.egress[].hosts[]', EGRESS_HOST],
      ['spec.outboundTrafficPolicy.egressProxy.host', SERVICE_HOST],
    ],
  },
  {
    kinds: ['EnvoyFilter.networking.istio.io'],
    source: `${DOCS}/networking/envoy-filter/`,
    names: [
      ['spec.targetRefs[]', LOCAL_OBJECT],
      ['spec.configPatches[].match.cluster.service', FULL_HOST],
      ['spec.configPatches[].match.cluster.name', CLUSTER_NAME],
      ['spec.configPatches[].match.routeConfiguration.gateway', GATEWAY_NAME],
      ['spec.configPatches[].match.routeConfiguration.vhost.name', VIRTUAL_HOST_NAME],
    ],
  },
  {
    kinds: [
      'AuthorizationPolicy.security.istio.io',
      'RequestAuthentication.security.istio.io',
      'Telemetry.telemetry.istio.io',
      'WasmPlugin.extensions.istio.io',
    ],
    source: `${DOCS}/type/workload-selector/#PolicyTargetReference`,
    names: [['spec.{targetRef,targetRefs[]}', LOCAL_OBJECT]],
  },
  {
    kinds: ['AuthorizationPolicy.security.istio.io'],
    source: `${DOCS}/security/authorization-policy/`,
    names: [
      ['spec.rules[].from[].source.{principals,notPrincipals}[]', WORKLOAD_IDENTITY],
      ['spec.rules[].when[key=source.principal].{values,notValues}[]', WORKLOAD_IDENTITY],
      [
        'spec.rules[].from[].source.{serviceAccounts,notServiceAccounts}[]',
        qualifiedName('ServiceAccount'),
      ],
      ['spec.rules[].to[].operation.{hosts,notHosts}[]', DNS_HOST],
    ],
  },
  {
    kinds: ['RequestAuthentication.security.istio.io'],
    source: `${DOCS}/security/jwt/`,
    names: [['spec.jwtRules[].{jwksUri,jwks_uri}', URL_HOST]],
  },
  {
    kinds: ['WasmPlugin.extensions.istio.io'],
    source: `${DOCS}/proxy_extensions/wasm-plugin/`,
    names: [
      ['spec.url', URL_HOST],
      ['spec.imagePullSecret', localName('Secret')],
    ],
  },
];
