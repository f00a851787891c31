import type { GatewayConfig, WeightedCluster } from '../gateway-config.ts';
import { dumpCluster } from './dump-cluster.ts';
import { dumpListener } from './dump-listener.ts';
import { dumpRouteConfig } from './dump-route.ts';
import type { JsonObject } from './json-value.ts';

const ADMIN = 'type.googleapis.com/envoy.admin.v3';
const CONFIG = 'type.googleapis.com/envoy.config';

/** The clusters that routes and filter chains lead to and that istiod sends, each once, by name. */
export function listClusters(config: GatewayConfig): readonly WeightedCluster[] {
  const { listeners, routeConfigs, findClusterConfig } = config;
  const clusters = new Map<string, WeightedCluster>();
  const note = (list: readonly WeightedCluster[]): void => {
    for (const cluster of list)
      if (!clusters.has(cluster.name)) clusters.set(cluster.name, cluster);
  };
  for (const { filter } of listeners.flatMap(({ filterChains }) => filterChains))
    if (filter.kind === 'tcp') note(filter.clusters);
  for (const { virtualHosts } of routeConfigs.values())
    for (const { action } of virtualHosts.flatMap(({ routes }) => routes))
      if (action.kind === 'route')
        note([...action.clusters, ...action.mirrors.map(({ cluster }) => cluster)]);
  return [...clusters.values()]
    .filter((cluster) => findClusterConfig(cluster) !== null)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * What the gateway's Envoy would print for `GET /config_dump`, as far as it is simulated: its
 * listeners, the clusters that are named in them and in routes, and the route configurations.
 */
export function dumpGateway(config: GatewayConfig): JsonObject {
  return { configs: DUMPS.map((dump) => dump(config)) };
}

/**
 * The beginning of the dump as text, with two spaces for each level: at least so many characters,
 * or all of it. What comes behind is not even made.
 */
export function dumpBeginning(config: GatewayConfig, characters: number): string {
  const configs: JsonObject[] = [];
  let text = '';
  for (const dump of DUMPS) {
    configs.push(dump(config));
    text = JSON.stringify({ configs }, null, 2);
    // What closes the lists stands elsewhere in the whole.
    if (text.length > characters + CLOSING.length) return text.slice(0, -CLOSING.length);
  }
  return text;
}

const CLOSING = '\n  ]\n}';

const DUMPS: readonly ((config: GatewayConfig) => JsonObject)[] = [
  dumpListeners,
  dumpClusters,
  dumpRouteConfigs,
];

function dumpListeners({ listeners }: GatewayConfig): JsonObject {
  return {
    '@type': `${ADMIN}.ListenersConfigDump`,
    dynamic_listeners: listeners.map((listener) => ({
      name: listener.name,
      active_state: {
        listener: { '@type': `${CONFIG}.listener.v3.Listener`, ...dumpListener(listener) },
      },
      ...(listener.rejection === null
        ? {}
        : { error_state: { details: listener.rejection.reason } }),
    })),
  };
}

function dumpClusters(config: GatewayConfig): JsonObject {
  return {
    '@type': `${ADMIN}.ClustersConfigDump`,
    dynamic_active_clusters: listClusters(config).map((cluster) => ({
      cluster: { '@type': `${CONFIG}.cluster.v3.Cluster`, ...dumpCluster(config, cluster) },
    })),
  };
}

function dumpRouteConfigs({ routeConfigs }: GatewayConfig): JsonObject {
  return {
    '@type': `${ADMIN}.RoutesConfigDump`,
    dynamic_route_configs: [...routeConfigs.values()].map((routeConfig) => ({
      route_config: {
        '@type': `${CONFIG}.route.v3.RouteConfiguration`,
        ...dumpRouteConfig(routeConfig),
      },
    })),
  };
}
