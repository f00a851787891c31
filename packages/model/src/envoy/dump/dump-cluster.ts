import { recordField, textField } from '../../resources/tolerant-value.ts';
import type { ClusterConfig, NamedEndpoint } from '../cluster-config.ts';
import type { GatewayConfig, WeightedCluster } from '../gateway-config.ts';
import { dumpConnectionPool, dumpHttpOptions } from './dump-connection-pool.ts';
import { dumpLoadBalancing } from './dump-load-balancing.ts';
import { dumpUpstreamSocket, type UpstreamSocket } from './dump-upstream-tls.ts';
import { type JsonObject, optional } from './json-value.ts';

const HTTP_OPTIONS = 'envoy.extensions.upstreams.http.v3.HttpProtocolOptions';

/**
 * A cluster as istiod sends it: how its endpoints are found, chosen, limited and spoken to, by its
 * Service and the DestinationRules for it. null: it sends none of this name.
 */
export function dumpCluster(
  { findClusterConfig }: Pick<GatewayConfig, 'findClusterConfig'>,
  cluster: Pick<WeightedCluster, 'name' | 'host' | 'port' | 'subset'>,
): JsonObject | null {
  const config = findClusterConfig(cluster);
  if (config === null) return null;
  const { name, subset } = cluster;
  const { policy, isHttp2 } = config;
  const http = dumpHttpOptions(policy, isHttp2);
  const socket = passesTlsOn(name)
    ? NO_SOCKET
    : dumpUpstreamSocket(config, serverName(cluster), http.speaks === 'http2');
  return {
    name,
    ...dumpDiscovery(config, name),
    ...dumpConnectionPool(policy),
    ...dumpLoadBalancing(config),
    ...optional('typed_extension_protocol_options', joinHttpOptions(http.options, socket)),
    ...socket.fields,
    metadata: { filter_metadata: { istio: describe(config, subset, passesTlsOn(name)) } },
  };
}

const NO_SOCKET: UpstreamSocket = { fields: {}, httpOptions: null };

/** What only passes TLS on has its server name for a name (`BuildDNSSrvSubsetKey`). */
function passesTlsOn(name: string): boolean {
  return name.startsWith('outbound_.');
}

function serverName({
  host,
  port,
  subset,
}: Pick<WeightedCluster, 'host' | 'port' | 'subset'>): string {
  return `outbound_.${port}_.${subset ?? ''}_.${host}`;
}

function dumpDiscovery({ discovery, endpoints }: ClusterConfig, name: string): JsonObject {
  switch (discovery) {
    case 'ORIGINAL_DST':
      return { type: discovery };
    case 'EDS':
      return {
        type: discovery,
        eds_cluster_config: {
          eds_config: { ads: {}, initial_fetch_timeout: '0s', resource_api_version: 'V3' },
          service_name: name,
        },
      };
    case 'STRICT_DNS':
    case 'LOGICAL_DNS':
      return {
        type: discovery,
        dns_refresh_rate: '60s',
        dns_jitter: '0.100s',
        respect_dns_ttl: true,
        dns_lookup_family: 'V4_ONLY',
        typed_dns_resolver_config: RESOLVER,
        ...optional(
          'load_assignment',
          endpoints === null
            ? undefined
            : { cluster_name: name, endpoints: dumpEndpoints(endpoints, passesTlsOn(name)) },
        ),
      };
  }
}

const RESOLVER: JsonObject = {
  name: 'envoy.network.dns_resolver.cares',
  typed_config: {
    '@type':
      'type.googleapis.com/envoy.extensions.network.dns_resolver.cares.v3.CaresDnsResolverConfig',
    udp_max_queries: 100,
  },
};

/**
 * By where they are; a place weighs as much as its endpoints together. TLS is passed on only to
 * those that speak the mesh's own.
 */
function dumpEndpoints(
  endpoints: readonly NamedEndpoint[],
  isPassedOn: boolean,
): readonly JsonObject[] {
  const places = [...new Set(endpoints.map(({ locality }) => locality))];
  return places.map((place) => {
    const own = endpoints.filter(
      ({ locality, speaksMutualTls }) => locality === place && (speaksMutualTls || !isPassedOn),
    );
    const sum = own.reduce((total, { weight }) => total + weight, 0);
    return {
      locality: dumpLocality(place),
      ...optional('lb_endpoints', own.map(dumpEndpoint)),
      ...optional('load_balancing_weight', sum || undefined),
    };
  });
}

function dumpEndpoint({ address, port, weight }: NamedEndpoint): JsonObject {
  return {
    endpoint: { address: { socket_address: { address, port_value: port } } },
    load_balancing_weight: weight,
  };
}

function dumpLocality(locality: string): JsonObject {
  const [region, zone, subZone] = locality.split('/');
  return {
    ...optional('region', region || undefined),
    ...optional('zone', zone || undefined),
    ...optional('sub_zone', subZone || undefined),
  };
}

/** The options of HTTP; what is not said about the version of it is HTTP/1.1. */
function joinHttpOptions(
  options: JsonObject | null,
  { httpOptions: upstream }: UpstreamSocket,
): JsonObject | undefined {
  if (options === null && upstream === null) return undefined;
  return {
    [HTTP_OPTIONS]: {
      '@type': `type.googleapis.com/${HTTP_OPTIONS}`,
      ...(upstream === null ? {} : { upstream_http_protocol_options: upstream }),
      ...(options ?? { explicit_http_config: { http_protocol_options: {} } }),
    },
  };
}

/** What istiod notes beside a cluster: whose it is, and the rule that it is made by. */
function describe(config: ClusterConfig, subset: string | null, isPassedOn: boolean): JsonObject {
  const { service, rule, policy, isExternal } = config;
  const mode = textField(recordField(policy, 'tls'), 'mode') ?? '';
  const endsInTls = rule !== null && ['SIMPLE', 'MUTUAL'].includes(mode);
  return {
    services: [service],
    ...optional('subset', subset),
    ...(isExternal && subset === null && !isPassedOn ? { external: true } : {}),
    ...(rule === null
      ? {}
      : {
          config: `/apis/networking.istio.io/v1/namespaces/${rule.namespace}/destination-rule/${rule.name}`,
        }),
    ...(endsInTls ? { alpn_override: 'false' } : {}),
  };
}
