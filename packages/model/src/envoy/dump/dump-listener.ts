import type { FilterChain, Listener, TcpFilter } from '../gateway-config.ts';
import { transportSocket } from './dump-tls.ts';
import { type JsonObject, type JsonValue, optional } from './json-value.ts';

const TYPES = 'type.googleapis.com/envoy.extensions';
const FROM_ISTIOD = { ads: {}, initial_fetch_timeout: '0s', resource_api_version: 'V3' };

/** A listener as Envoy's config dump has it. */
export function dumpListener(listener: Listener): JsonObject {
  const { name, bind, port, filterChains } = listener;
  const inspects = filterChains.some(
    ({ serverNames, applicationProtocols, tls }) =>
      serverNames.length + applicationProtocols.length > 0 || tls !== null,
  );
  return {
    name,
    address: {
      socket_address: { address: bind === '' ? '0.0.0.0' : bind, port_value: port },
    },
    filter_chains: filterChains.map((chain) => dumpFilterChain(listener, chain)),
    ...optional('listener_filters', inspects ? [TLS_INSPECTOR] : []),
    traffic_direction: 'OUTBOUND',
  };
}

const TLS_INSPECTOR: JsonObject = {
  name: 'envoy.filters.listener.tls_inspector',
  typed_config: { '@type': `${TYPES}.filters.listener.tls_inspector.v3.TlsInspector` },
};

/** A filter chain of the listener. */
export function dumpFilterChain({ name }: Listener, chain: FilterChain): JsonObject {
  const { writtenNames, applicationProtocols, tls, filter } = chain;
  const match = {
    ...optional('server_names', writtenNames),
    ...optional('application_protocols', applicationProtocols),
  };
  return {
    ...(Object.keys(match).length > 0 ? { filter_chain_match: match } : {}),
    filters:
      filter.kind === 'http'
        ? [connectionManager(statisticsOf(name, chain), filter.routeConfig)]
        : [...(filter.isMongo ? [MONGO_PROXY] : []), tcpProxy(filter)],
    ...optional('transport_socket', tls === null ? undefined : transportSocket(tls, filter)),
  };
}

/** What its statistics begin with: of a server that ends TLS its name. */
function statisticsOf(listener: string, { tls, server }: FilterChain): string {
  return tls === null || server.name === '' ? `outbound_${listener};` : server.name;
}

function connectionManager(statistics: string, routeConfig: string): JsonObject {
  return {
    name: 'envoy.filters.network.http_connection_manager',
    typed_config: {
      '@type': `${TYPES}.filters.network.http_connection_manager.v3.HttpConnectionManager`,
      stat_prefix: statistics,
      rds: { config_source: FROM_ISTIOD, route_config_name: routeConfig },
      http_filters: HTTP_FILTERS,
      normalize_path: true,
      use_remote_address: true,
    },
  };
}

const HTTP_FILTERS: JsonValue = [
  ['envoy.filters.http.fault', 'fault.v3.HTTPFault'],
  ['envoy.filters.http.cors', 'cors.v3.Cors'],
  ['envoy.filters.http.router', 'router.v3.Router'],
].map(([name = '', type = '']) => ({
  name,
  typed_config: { '@type': `${TYPES}.filters.http.${type}` },
}));

const MONGO_PROXY: JsonObject = {
  name: 'envoy.filters.network.mongo_proxy',
  typed_config: { '@type': `${TYPES}.filters.network.mongo_proxy.v3.MongoProxy` },
};

function tcpProxy({ clusters, keepsPods }: TcpFilter): JsonObject {
  const [first] = clusters;
  const target: JsonObject =
    first?.weight === null
      ? { cluster: first.name }
      : {
          weighted_clusters: { clusters: clusters.map(({ name, weight }) => ({ name, weight })) },
        };
  return {
    name: 'envoy.filters.network.tcp_proxy',
    typed_config: {
      '@type': `${TYPES}.filters.network.tcp_proxy.v3.TcpProxy`,
      stat_prefix: first?.name ?? 'BlackHoleCluster',
      ...target,
      ...(keepsPods ? { hash_policy: [{ source_ip: {} }] } : {}),
    },
  };
}
