import type { HttpRequest } from '../../../envoy/match/http-request.ts';
import { matchesRequest } from '../../../envoy/match/matches-request.ts';
import { type RouteMatch, routeMatchesOf } from '../../../envoy/match/route-matches.ts';
import { type RedirectLocation, redirectLocation } from '../../../envoy/redirect-location.ts';
import { endsTls, trafficOf } from '../../../envoy/server-traffic.ts';
import { hostsOver } from '../../../envoy/virtual-hosts.ts';
import { intersectHosts, serverHostsFor } from '../../../resources/host-name.ts';
import type { GatewayServer } from '../../../resources/kinds/gateway.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Lookup } from '../../engine/check.ts';
import { endsTlsInFront } from '../../facts/ends-tls-in-front.ts';
import { VIRTUAL_SERVICES_BY_GATEWAY_HOST } from '../../relations/bindings.ts';

/** A request at a server of a Gateway, from outside. */
export interface Hop {
  readonly gateway: Resource;
  readonly server: GatewayServer;
  readonly location: RedirectLocation;
}

const MOST_HOPS = 10;

/**
 * The locations that a client visits from here on, if they lead in a circle; null where they end,
 * leave these Gateways, or cannot be known.
 */
export function findLoop(
  start: Hop,
  gateways: readonly Resource[],
  lookup: Lookup,
): readonly string[] | null {
  const visited: string[] = [];
  let hop: Hop | null = start;
  while (hop !== null && visited.length < MOST_HOPS) {
    const url = writeLocation(hop.location);
    const before = visited.indexOf(url);
    visited.push(url);
    if (before >= 0) return visited.slice(before);
    const next = answerOf(hop, lookup);
    hop = next === null ? null : findServer(next, hop, gateways, lookup);
  }
  return null;
}

/** A location as a URL. */
export function writeLocation({ scheme, host, port, path }: RedirectLocation): string {
  return `${scheme}://${host}${port === null ? '' : `:${port}`}${path}`;
}

/** The redirect that answers a request; null where something else does, or it is not known. */
function answerOf({ gateway, server, location }: Hop, lookup: Lookup): RedirectLocation | null {
  if (server.tls?.httpsRedirect === true) return { ...location, scheme: 'https' };
  const { matchRegex } = lookup.schema ?? { matchRegex: null };
  const service = findService(gateway, server, location.host, lookup);
  if (service === null) return null;
  const request = requestFor(gateway, server, location);
  for (const one of routeMatchesOf(service)) {
    const answer = one.match === null ? null : matchesRequest(one.match, request, matchRegex);
    if (answer === null) return null;
    if (answer) return redirectOf(one, request);
  }
  return null;
}

function redirectOf({ match, route }: RouteMatch, request: HttpRequest): RedirectLocation | null {
  if (match === null || route.redirect === null) return null;
  return redirectLocation(route.redirect, match, request);
}

/** The request that a client makes of a location, without a query and headers. */
function requestFor(
  gateway: Resource,
  server: GatewayServer,
  { host, port, path }: RedirectLocation,
): HttpRequest {
  return {
    path,
    query: {},
    scheme: endsTls(server) ? 'https' : 'http',
    method: 'GET',
    authority: port === null ? host : `${host}:${port}`,
    headers: {},
    entry: {
      gateway: `${gateway.namespace}/${gateway.name}`,
      port: server.port ?? 80,
      sourceLabels: {},
      sourceNamespace: '',
    },
  };
}

/** The VirtualService that has the host to itself; null for none, or several, whose order would decide. */
function findService(
  gateway: Resource,
  server: GatewayServer,
  host: string,
  lookup: Lookup,
): Resource | null {
  const key = `${gateway.namespace}/${gateway.name}`;
  const found = hostsOver(host).map((wide) =>
    lookup.find(VIRTUAL_SERVICES_BY_GATEWAY_HOST, `${key} ${wide}`),
  );
  const at = found.findIndex((services) => services.length > 0);
  const [service, ...others] = found[at] ?? [];
  if (service === undefined || others.length > 0) return null;
  // Where the Gateway has the host itself, the routes of wider VirtualServices are on it too.
  const isMerged = server.hosts.some((one) => one.endsWith(host));
  if (isMerged && found.some((services, index) => index !== at && services.length > 0)) return null;
  const usable = serverHostsFor(server.hosts, gateway.namespace, service.namespace);
  return intersectHosts(usable, [host]).length > 0 ? service : null;
}

/** The server that takes the location, of these Gateways; the one of before where it does. */
function findServer(
  location: RedirectLocation,
  before: Hop,
  gateways: readonly Resource[],
  lookup: Lookup,
): Hop | null {
  for (const gateway of [before.gateway, ...gateways]) {
    if (gateway.details.type !== 'Gateway') continue;
    const isEnded = endsTlsInFront(gateway.details, lookup);
    for (const server of gateway.details.servers) {
      const wantsTls = location.scheme === 'https' && !isEnded;
      if (trafficOf(server) !== 'http' || endsTls(server) !== wantsTls) continue;
      if (location.port !== null && location.port !== server.port) continue;
      const hosts = server.hosts.map((host) => host.slice(host.indexOf('/') + 1));
      if (intersectHosts(hosts, [location.host]).length > 0) return { gateway, server, location };
    }
  }
  return null;
}
