import { finish, type Slices } from '../../text/slices.ts';
import type { FrontService, GatewayConfig, GatewayWorkload } from '../gateway-config.ts';
import type { RouteConfig } from '../route-config.ts';
import { findClusterConfig } from './clusters/find-cluster-config.ts';
import { applyingGateways } from './gateways/applying-gateways.ts';
import { mergeServers } from './gateways/merge-servers.ts';
import { buildListeners } from './listeners/build-listeners.ts';
import { findNotSimulated } from './not-simulated.ts';
import { frontServicesOf } from './pods/front-services.ts';
import { buildRouteConfig } from './routes/build-route-config.ts';
import type { World } from './world/world.ts';

/** What istiod programs into the Envoys of a gateway workload. */
export function compileGateway(
  world: World,
  workload: GatewayWorkload,
  fronts?: readonly FrontService[],
): GatewayConfig {
  return finish(compileGatewayInSlices(world, workload, fronts));
}

/** The same, with pauses. */
export function* compileGatewayInSlices(
  world: World,
  workload: GatewayWorkload,
  fronts: readonly FrontService[] = frontServicesOf(world, workload),
): Slices<GatewayConfig> {
  yield null;
  const applying = applyingGateways(world, workload, fronts);
  const merged = mergeServers(applying, workload.isUnprivileged);
  const draft = {
    world,
    pods: workload,
    sniHosts: new Map(),
    drops: merged.states.flatMap(({ drops }) => drops),
  };
  yield null;
  const listeners = buildListeners(draft, merged.ports.values());
  yield null;
  const routeConfigs = new Map<string, RouteConfig>();
  for (const [name, servers] of merged.byRouteConfig)
    routeConfigs.set(name, yield* buildRouteConfig(world, workload, name, servers));
  const ofRoutes = [...routeConfigs.values()].flatMap(({ drops }) => drops);
  return {
    workload,
    fronts,
    gateways: applying.map(({ gateway }) => `${gateway.namespace}/${gateway.name}`),
    servers: merged.states,
    listeners,
    routeConfigs,
    findClusterConfig: (cluster) => findClusterConfig(world, cluster, workload),
    drops: [...draft.drops, ...ofRoutes],
    notSimulated: findNotSimulated(world, workload),
  };
}
