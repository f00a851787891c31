import type { FieldOrigin } from '../../../graph/topology.ts';
import { isWildcard } from '../../../resources/host-name.ts';
import type { ResourceId } from '../../../resources/resource.ts';
import { compareText } from '../../../text/compare-text.ts';
import type { Slices } from '../../../text/slices.ts';
import type { Drop, GatewayWorkload, Rejection } from '../../gateway-config.ts';
import type { EnvoyRoute, RouteConfig, VirtualHost } from '../../route-config.ts';
import { domainsInCommon } from '../../virtual-hosts.ts';
import type { PlacedServer } from '../gateways/merge-servers.ts';
import { servicesOnGateway } from '../services/services-on-gateway.ts';
import { rulesOf, type VirtualServiceRules } from '../services/virtual-service-rules.ts';
import type { World } from '../world/world.ts';
import { type BuiltRoutes, buildRoutes } from './build-routes.ts';

/** A virtual host as it grows. */
interface HostDraft {
  readonly domain: string;
  readonly port: number;
  readonly routes: EnvoyRoute[];
  readonly requiresTlsBy: FieldOrigin[];
  readonly virtualServices: Set<ResourceId>;
  readonly origins: FieldOrigin[];
}

/** The route configuration of the servers that share it (`buildGatewayHTTPRouteConfig`), with pauses. */
export function* buildRouteConfig(
  world: World,
  pod: GatewayWorkload,
  name: string,
  servers: readonly PlacedServer[],
): Slices<RouteConfig> {
  const draft = new RouteConfigDraft(world, pod);
  for (const placed of servers) yield* draft.addServer(placed);
  return yield* draft.result(name, servers);
}

class RouteConfigDraft {
  readonly #world: World;
  readonly #pod: GatewayWorkload;
  readonly #hosts = new Map<string, HostDraft>();
  /** By Gateway and VirtualService: servers of one Gateway share what is made for the first of them. */
  readonly #built = new Map<string, BuiltRoutes>();
  readonly #drops: Drop[] = [];

  constructor(world: World, pod: GatewayWorkload) {
    this.#world = world;
    this.#pod = pod;
  }

  *addServer(placed: PlacedServer): Slices<void> {
    const { seen, hidden } = servicesOnGateway(
      this.#world,
      placed.state.gateway,
      this.#pod.namespace,
    );
    for (const { id, namespace } of hidden)
      this.#drops.push({
        reason: 'not-exported',
        message: `This VirtualService is not exported to ${this.#pod.namespace}, where the gateway's pods run, so it is not on the Gateway. Add ${this.#pod.namespace} to the exportTo of the VirtualService in ${namespace}.`,
        origin: { resourceId: id, path: ['spec', 'exportTo'] },
        by: placed.state.origin,
      });
    const domainsOf = domainsInCommon(placed.server, placed.gateway.namespace);
    for (const resource of seen) {
      const service = rulesOf(this.#world, resource);
      this.#addService(placed, service, domainsOf(resource.namespace, service.hosts));
      yield null;
    }
    this.#addRedirects(placed);
  }

  #addService(
    placed: PlacedServer,
    service: VirtualServiceRules,
    domains: readonly string[],
  ): void {
    const { id } = service.resource;
    const hosts = { resourceId: id, path: ['spec', 'hosts'] };
    if (domains.length === 0) {
      this.#drops.push(hostsApart(placed, hosts));
      return;
    }
    const { routes } = this.#routesOf(placed, service);
    if (routes.length === 0) {
      this.#drops.push(withoutRoutes(placed, service));
      return;
    }
    for (const domain of domains) {
      const host = this.#hostOf(domain.toLowerCase(), placed);
      host.routes.push(...routes);
      host.virtualServices.add(id);
      host.origins.push(hosts);
      if (placed.server.tls?.httpsRedirect === true) host.requiresTlsBy.push(redirectOf(placed));
    }
  }

  /** Without any route it is not kept: the next server of the Gateway may have another port. */
  #routesOf(placed: PlacedServer, service: VirtualServiceRules): BuiltRoutes {
    const key = `${placed.state.gateway} ${service.resource.id}`;
    const known = this.#built.get(key);
    if (known !== undefined) return known;
    const place = {
      world: this.#world,
      namedIn: service.resource.namespace,
      pods: this.#pod,
      serverPort: placed.state.port,
    };
    const entry = {
      gateway: placed.state.gateway,
      port: placed.state.port,
      sourceLabels: this.#pod.labels,
      sourceNamespace: this.#pod.namespace,
    };
    const built = buildRoutes(place, entry, service, placed.server.tls !== null);
    this.#drops.push(...built.drops);
    if (built.routes.length > 0) this.#built.set(key, built);
    return built;
  }

  /** Hosts of a server that redirects to https do so without any VirtualService, as they are written. */
  #addRedirects(placed: PlacedServer): void {
    if (placed.server.tls?.httpsRedirect !== true) return;
    for (const written of placed.state.hosts)
      this.#hostOf(written.toLowerCase(), placed).requiresTlsBy.push(redirectOf(placed));
  }

  #hostOf(domain: string, { state }: PlacedServer): HostDraft {
    const known = this.#hosts.get(domain);
    const { resourceId, path } = state.origin;
    const origin = { resourceId, path: [...path, 'hosts'] };
    if (known !== undefined) return known;
    const host: HostDraft = {
      domain,
      port: state.port,
      routes: [],
      requiresTlsBy: [],
      virtualServices: new Set(),
      origins: [origin],
    };
    this.#hosts.set(domain, host);
    return host;
  }

  *result(name: string, servers: readonly PlacedServer[]): Slices<RouteConfig> {
    const port = servers[0]?.state.port ?? 0;
    const drafts = [...this.#hosts.values()];
    const hosts = drafts.length === 0 ? [blackHole(port, servers)] : yield* collapse(drafts);
    yield null;
    const virtualHosts = hosts.toSorted((one, other) => compareText(one.name, other.name));
    return { name, virtualHosts, rejection: findRejection(virtualHosts), drops: this.#drops };
  }
}

/** Virtual hosts with the very same routes are one. */
function* collapse(drafts: readonly HostDraft[]): Slices<readonly VirtualHost[]> {
  const numbers = new Map<EnvoyRoute, number>();
  const numberOf = (route: EnvoyRoute): number => {
    const number = numbers.get(route) ?? numbers.size;
    numbers.set(route, number);
    return number;
  };
  const groups: HostDraft[][] = [];
  // Of those with the same routes istiod remembers the last one that was not joined to another.
  const last = new Map<string, HostDraft[]>();
  for (const draft of drafts.toSorted((one, other) => compareDomains(one.domain, other.domain))) {
    yield null;
    const key = draft.routes.map(numberOf).join(' ');
    const group = last.get(key);
    if (group?.[0] !== undefined && requiresTls(group[0]) === requiresTls(draft)) {
      group.push(draft);
      continue;
    }
    const own = [draft];
    last.set(key, own);
    groups.push(own);
  }
  const hosts: VirtualHost[] = [];
  for (const [first, ...others] of groups) {
    if (first !== undefined) hosts.push(finishHost(first, [first, ...others]));
    yield null;
  }
  return hosts;
}

function requiresTls({ requiresTlsBy }: HostDraft): boolean {
  return requiresTlsBy.length > 0;
}

/** What is written out comes first, then longer ones, then by the alphabet. */
function compareDomains(one: string, other: string): number {
  return (
    Number(isWildcard(one)) - Number(isWildcard(other)) ||
    other.length - one.length ||
    compareText(one, other)
  );
}

function finishHost({ domain, port, routes }: HostDraft, all: readonly HostDraft[]): VirtualHost {
  const requiresTlsBy = all.flatMap((draft) => draft.requiresTlsBy);
  return {
    name: `${domain}:${port}`,
    domains: all.map((draft) => draft.domain),
    requiresTls: requiresTlsBy.length > 0,
    requiresTlsBy,
    routes: [
      ...routes.filter(({ isCatchAll }) => !isCatchAll),
      ...routes.filter(({ isCatchAll }) => isCatchAll),
    ],
    virtualServices: [...new Set(all.flatMap((draft) => [...draft.virtualServices]))],
    origins: all.flatMap((draft) => draft.origins),
  };
}

/** No VirtualService is there for any host: every request gets a 404. */
function blackHole(port: number, servers: readonly PlacedServer[]): VirtualHost {
  return {
    name: `blackhole:${port}`,
    domains: ['*'],
    requiresTls: false,
    requiresTlsBy: [],
    routes: [],
    virtualServices: [],
    origins: servers.map(({ state }) => state.origin),
  };
}

function findRejection(virtualHosts: readonly VirtualHost[]): Rejection | null {
  for (const { routes } of virtualHosts)
    for (const { action } of routes)
      if (action.kind === 'none') return { reason: action.reason, origins: [action.origin] };
  return null;
}

function redirectOf({ state }: PlacedServer): FieldOrigin {
  const { resourceId, path } = state.origin;
  return { resourceId, path: [...path, 'tls', 'httpsRedirect'] };
}

function hostsApart({ state }: PlacedServer, origin: FieldOrigin): Drop {
  return {
    reason: 'hosts-apart',
    message: `This VirtualService names the Gateway ${state.gateway}, and has no host in common with its server ${state.index + 1} (${state.hosts.join(', ')}).`,
    origin,
    by: { resourceId: state.origin.resourceId, path: [...state.origin.path, 'hosts'] },
  };
}

function withoutRoutes({ state }: PlacedServer, { resource }: VirtualServiceRules): Drop {
  return {
    reason: 'no-route',
    message: `This VirtualService has no http route for server ${state.index + 1} of ${state.gateway}, so it is not there.`,
    origin: { resourceId: resource.id, path: ['spec'] },
    by: state.origin,
  };
}
