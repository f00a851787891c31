import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileGateway } from '../../src/envoy/compile/compile-gateway.ts';
import { frontServicesOf } from '../../src/envoy/compile/pods/front-services.ts';
import { buildWorld, type World } from '../../src/envoy/compile/world/world.ts';
import type {
  FrontService,
  GatewayConfig,
  GatewayWorkload,
} from '../../src/envoy/gateway-config.ts';
import { buildSnapshot, DEFAULT_ASSUMPTIONS, type Labels } from '../../src/index.ts';

const CASES = fileURLToPath(new URL('../../../../../shared/cases/routing.json', import.meta.url));

/** Whether Istio's own cases are beside this checkout; without them their tests are skipped. */
export const HAS_ROUTING_CASES = existsSync(CASES);

/** What every case has; the rest depends on its kind. */
export interface RoutingCase {
  readonly name: string;
  readonly kind: string;
  readonly configs?: string;
  readonly kubeConfig?: string;
  readonly domainSuffix?: string;
  readonly proxy?: CaseProxy;
  readonly services?: readonly CaseService[];
  readonly requires?: readonly string[];
}

/** The gateway's pod of a case. */
export interface CaseProxy {
  readonly labels: Labels;
  readonly namespace: string;
  readonly ipAddresses: readonly string[];
  readonly unprivileged?: boolean;
}

interface CaseService {
  readonly hostname: string;
  readonly port: number;
  readonly targetPort: number;
}

/** The cases of one kind. */
export function casesOf<Case extends RoutingCase>(kind: string): readonly Case[] {
  const all: readonly Case[] = HAS_ROUTING_CASES ? JSON.parse(readFileSync(CASES, 'utf8')) : [];
  return all.filter((one) => one.kind === kind);
}

/** The manifests of a case. */
export function textOf({ configs, kubeConfig }: RoutingCase): string {
  return [configs ?? '', kubeConfig ?? ''].join('\n---\n');
}

/** The world of a case. Its gateway's pod is not in it. */
export function worldOf(one: RoutingCase, defaultExportTo?: readonly string[]): World {
  const assumptions = {
    ...DEFAULT_ASSUMPTIONS,
    clusterDomain: one.domainSuffix ?? '',
    gateways: [],
  };
  const { resources } = buildSnapshot(textOf(one), assumptions);
  return buildWorld(resources, assumptions, defaultExportTo);
}

/** What istiod makes for the pod of a case. */
export function compileCase(one: RoutingCase): GatewayConfig {
  const { proxy } = one;
  if (proxy === undefined) throw new Error(`${one.name} has no proxy`);
  const world = worldOf(one);
  const pod: GatewayWorkload = {
    id: 'assumed/case',
    known: 'assumed',
    namespace: proxy.namespace,
    name: 'case',
    labels: proxy.labels,
    addresses: proxy.ipAddresses,
    isUnprivileged: proxy.unprivileged === true,
    tlsTerminatedInFront: false,
    origins: [],
  };
  const given = (one.services ?? []).map((service) => frontOf(service, proxy.namespace));
  return compileGateway(world, pod, [...given, ...frontServicesOf(world, pod)]);
}

function frontOf({ hostname, port, targetPort }: CaseService, namespace: string): FrontService {
  return {
    namespace,
    name: hostname,
    host: hostname,
    serviceType: 'LoadBalancer',
    ports: [{ port, target: targetPort, name: '', counts: true, origin: null }],
    resource: null,
    node: `LoadBalancer/${namespace}/${hostname}`,
    keepsPorts: false,
  };
}
