import { compileGateway } from './envoy/compile/compile-gateway.ts';
import { toWritten } from './envoy/compile/ingress/written-origins.ts';
import { listGatewayWorkloads } from './envoy/compile/pods/gateway-workloads.ts';
import { buildWorld, type World } from './envoy/compile/world/world.ts';
import type { GatewayConfig, GatewayWorkload } from './envoy/gateway-config.ts';
import type { Snapshot } from './snapshot.ts';

/** What was made of a snapshot by now: nothing is, before it is asked for. */
interface Compiled {
  readonly world: World;
  readonly workloads: readonly GatewayWorkload[];
  readonly configs: Map<GatewayWorkload, GatewayConfig>;
}

const compiledOf = new WeakMap<Snapshot, Compiled>();

function compiled(snapshot: Snapshot): Compiled {
  const known = compiledOf.get(snapshot);
  if (known !== undefined) return known;
  const world = buildWorld(snapshot.resources, snapshot.assumptions);
  const made = { world, workloads: listGatewayWorkloads(world), configs: new Map() };
  compiledOf.set(snapshot, made);
  return made;
}

/** What istiod reads of the snapshot. */
export function worldOf(snapshot: Snapshot): World {
  return compiled(snapshot).world;
}

/** The gateway workloads that are known: those of the text first, those that are assumed last. */
export function gatewayWorkloads(snapshot: Snapshot): readonly GatewayWorkload[] {
  return compiled(snapshot).workloads;
}

/**
 * What istiod programs into a gateway workload of the snapshot. It is made when it is first asked
 * for, and kept as long as the snapshot.
 */
export function gatewayConfigOf(snapshot: Snapshot, workload: GatewayWorkload): GatewayConfig {
  const { world, configs } = compiled(snapshot);
  const known = configs.get(workload);
  if (known !== undefined) return known;
  const config = toWritten(world.written, compileGateway(world, workload));
  configs.set(workload, config);
  return config;
}

/** What istiod programs into every gateway workload of the snapshot. */
export function gatewayConfigs(snapshot: Snapshot): readonly GatewayConfig[] {
  return gatewayWorkloads(snapshot).map((workload) => gatewayConfigOf(snapshot, workload));
}
