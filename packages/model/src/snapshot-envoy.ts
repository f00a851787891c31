import { compileGatewayInSlices } from './envoy/compile/compile-gateway.ts';
import { toWrittenConfig } from './envoy/compile/ingress/written-origins.ts';
import { listGatewayWorkloads } from './envoy/compile/pods/gateway-workloads.ts';
import { buildWorldInSlices, type World } from './envoy/compile/world/world.ts';
import type { GatewayConfig, GatewayWorkload } from './envoy/gateway-config.ts';
import type { Snapshot } from './snapshot.ts';
import { finish, type Slices } from './text/slices.ts';

/** What was made of a snapshot by now: nothing is, before it is asked for. */
interface Compiled {
  readonly world: World;
  readonly workloads: readonly GatewayWorkload[];
  readonly configs: Map<GatewayWorkload, GatewayConfig>;
}

const compiledOf = new WeakMap<Snapshot, Compiled>();

function compiled(snapshot: Snapshot): Compiled {
  return compiledOf.get(snapshot) ?? finish(prepare(snapshot));
}

/** Whoever comes second takes what the first has made: it is known by what it is, too. */
function* prepare(snapshot: Snapshot): Slices<Compiled> {
  const world = yield* buildWorldInSlices(snapshot.resources, snapshot.assumptions);
  const made = { world, workloads: listGatewayWorkloads(world), configs: new Map() };
  const known = compiledOf.get(snapshot) ?? made;
  compiledOf.set(snapshot, known);
  return known;
}

function* compile({ world, configs }: Compiled, workload: GatewayWorkload): Slices<GatewayConfig> {
  const known = configs.get(workload);
  if (known !== undefined) return known;
  const made = yield* compileGatewayInSlices(world, workload);
  const written = yield* toWrittenConfig(world.written, made);
  const config = configs.get(workload) ?? written;
  configs.set(workload, config);
  return config;
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
  return finish(compile(compiled(snapshot), workload));
}

/** What istiod programs into every gateway workload of the snapshot. */
export function gatewayConfigs(snapshot: Snapshot): readonly GatewayConfig[] {
  return finish(gatewayConfigsInSlices(snapshot));
}

/** The same, with pauses: all that is asked of the snapshot's gateways afterwards is there at once. */
export function* gatewayConfigsInSlices(snapshot: Snapshot): Slices<readonly GatewayConfig[]> {
  const all = compiledOf.get(snapshot) ?? (yield* prepare(snapshot));
  const configs: GatewayConfig[] = [];
  for (const workload of all.workloads) configs.push(yield* compile(all, workload));
  return configs;
}
