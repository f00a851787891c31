import { isSubsetOf } from '../../../resources/host-name.ts';
import { compareText } from '../../../text/compare-text.ts';
import type { Drop, FilterChain } from '../../gateway-config.ts';
import { endsTls } from '../../server-traffic.ts';
import { ALONE } from '../clusters/destination-cluster.ts';
import { type EffectiveRule, effectiveRule, type RulePods } from '../clusters/effective-rule.ts';
import { keepsByAddress } from '../clusters/find-hashes.ts';
import type { PlacedServer, ServerPort } from '../gateways/merge-servers.ts';
import { portProtocol } from '../world/port-protocol.ts';
import type { RegistryPort, RegistryService } from '../world/registry-service.ts';
import { visibleServices } from '../world/visible-services.ts';
import type { World } from '../world/world.ts';
import { chainTls } from './chain-tls.ts';
import { findTcpRoute, findTlsRoutes, type SniTarget } from './l4-routes.ts';

/** For what, and of which gateway, filter chains are made. Changes in place as they are. */
export interface ChainDraft {
  readonly world: World;
  readonly pods: RulePods;
  /** The server names of `tls` routes that are taken, by the port and its address. */
  readonly sniHosts: Map<string, Map<string, SniTarget>>;
  readonly drops: Drop[];
}

/** The filter chains that the servers of a port get (`buildGatewayTCPBasedFilterChains`). */
export function buildFilterChains(draft: ChainDraft, port: ServerPort): readonly FilterChain[] {
  if (!port.isPlainHttp) return port.servers.flatMap((placed) => serverChains(draft, placed));
  const [first] = port.servers;
  if (first?.routeConfig == null) return [];
  return [
    {
      ...toNames([]),
      applicationProtocols: [],
      tls: null,
      filter: { kind: 'http', routeConfig: first.routeConfig },
      server: first.state,
      origins: port.servers.map(({ state }) => state.origin),
    },
  ];
}

function serverChains(draft: ChainDraft, placed: PlacedServer): readonly FilterChain[] {
  const { world, pods } = draft;
  const { server, state, routeConfig } = placed;
  const base = {
    applicationProtocols: [],
    server: state,
    origins: [state.origin],
    ...namesOf(placed),
  };
  if (routeConfig !== null && endsTls(server))
    return [
      {
        ...base,
        tls: chainTls(world, placed, pods.namespace),
        filter: { kind: 'http', routeConfig },
      },
    ];
  if (server.tls === null || endsTls(server)) return tcpChains(draft, placed, base);
  return server.tls.mode === 'AUTO_PASSTHROUGH'
    ? passedOnChains(draft, placed)
    : sniChains(draft, placed);
}

/** A server's hosts without namespaces; one that stands for all names stands for no name too. */
function namesOf({ state, server }: PlacedServer): ChainNames {
  if (server.tls === null) return toNames([]);
  const hosts = state.hosts.map((host) => host.slice(host.indexOf('/') + 1));
  return toNames([...new Set(hosts)]);
}

type ChainNames = Pick<FilterChain, 'serverNames' | 'writtenNames'>;

/** Istiod hands them over as they are written, and Envoy takes them in small letters. */
function toNames(hosts: readonly string[]): ChainNames {
  const writtenNames = hosts.includes('*') ? [] : hosts.toSorted(compareText);
  const serverNames = [...new Set(writtenNames.map((host) => host.toLowerCase()))];
  return { serverNames, writtenNames };
}

function tcpChains(
  draft: ChainDraft,
  placed: PlacedServer,
  base: Omit<FilterChain, 'tls' | 'filter'>,
): readonly FilterChain[] {
  const { world, pods, drops } = draft;
  const found = findTcpRoute({ world, pods, placed }, drops);
  if (found === null) {
    drops.push(withoutRoute(placed, 'tcp'));
    return [];
  }
  return [
    {
      ...base,
      tls: placed.server.tls === null ? null : chainTls(world, placed, pods.namespace),
      filter: {
        kind: 'tcp',
        isMongo: placed.state.protocol.toUpperCase() === 'MONGO',
        keepsPods: found.keepsPods,
        clusters: found.clusters,
        route: found.rule.origin,
      },
      origins: [...base.origins, found.rule.origin],
    },
  ];
}

function sniChains(draft: ChainDraft, placed: PlacedServer): readonly FilterChain[] {
  const { world, pods, drops, sniHosts } = draft;
  const { state, target } = placed;
  const key = `${target} ${state.bind}`;
  const taken = sniHosts.get(key) ?? new Map<string, SniTarget>();
  sniHosts.set(key, taken);
  const found = findTlsRoutes({ world, pods, placed }, taken, drops);
  if (found.length === 0) drops.push(withoutRoute(placed, 'tls'));
  return found.map(({ sniHosts: names, clusters, keepsPods, rule, block }) => ({
    ...toNames(names),
    applicationProtocols: [],
    tls: null,
    filter: { kind: 'tcp', isMongo: false, keepsPods, clusters, route: rule.origin },
    server: state,
    origins: [...block.origins, state.origin],
  }));
}

const ISTIO_PROTOCOLS = [
  'istio',
  'istio-peer-exchange',
  'istio-http/1.0',
  'istio-http/1.1',
  'istio-h2',
];

/** One for each port and subset of each Service under the server's hosts, by the cluster's name. */
function passedOnChains(draft: ChainDraft, placed: PlacedServer): readonly FilterChain[] {
  const { world, pods } = draft;
  const hosts = placed.state.hosts.map((host) => host.slice(host.indexOf('/') + 1));
  return [...visibleServices(world, pods.namespace).values()].flatMap((service) => {
    const { host, source } = service;
    const isInside =
      source.kind !== 'ServiceEntry' || source.resource.details.location === 'MESH_INTERNAL';
    if (!isInside || service.externalName !== null) return [];
    if (!hosts.some((wide) => isSubsetOf(host, wide))) return [];
    const rule = effectiveRule(world, host, service.namespace, pods);
    return service.ports
      .filter(({ transport }) => transport === 'TCP')
      .flatMap((port) =>
        [null, ...rule.subsets.keys()].map((subset) =>
          passedOn(placed, { service, port, rule, subset }),
        ),
      );
  });
}

interface PassedOn {
  readonly service: RegistryService;
  readonly port: RegistryPort;
  readonly rule: EffectiveRule;
  readonly subset: string | null;
}

function passedOn({ state }: PlacedServer, { service, port, rule, subset }: PassedOn): FilterChain {
  // Such clusters have a name of their own, which the client says as the server it means.
  const name = `outbound_.${port.number}_.${subset ?? ''}_.${service.host}`;
  const { host } = service;
  const cluster = { name, host, port: port.number, subset, ...ALONE };
  return {
    ...toNames([name]),
    applicationProtocols: ISTIO_PROTOCOLS,
    tls: null,
    filter: {
      kind: 'tcp',
      isMongo: portProtocol(port) === 'mongo',
      keepsPods: keepsByAddress(rule, subset),
      clusters: [{ ...cluster, portIsDefault: false, origin: state.origin }],
      route: null,
    },
    server: state,
    origins: [state.origin],
  };
}

function withoutRoute({ state }: PlacedServer, kind: 'tcp' | 'tls'): Drop {
  const how =
    kind === 'tls'
      ? 'passes TLS on, and takes only tls routes of VirtualServices'
      : 'takes only tcp routes of VirtualServices';
  return {
    reason: 'no-route',
    message: `Nothing listens for server ${state.index + 1} of ${state.gateway}: it ${how}, and none fits. Add such a route, or let the gateway read HTTP here.`,
    origin: state.origin,
    by: null,
  };
}
