import { findCommonRequest } from '../../../envoy/match/find-common-request.ts';
import type { HttpRequest } from '../../../envoy/match/http-request.ts';
import { type RouteMatch, routeMatchesOf } from '../../../envoy/match/route-matches.ts';
import { redirectLocation, splitAuthority } from '../../../envoy/redirect-location.ts';
import { endsTls, trafficOf } from '../../../envoy/server-traffic.ts';
import { hostsOver } from '../../../envoy/virtual-hosts.ts';
import { isWildcard } from '../../../resources/host-name.ts';
import type { GatewayServer } from '../../../resources/kinds/gateway.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Lookup, Report, ResourceCheck } from '../../engine/check.ts';
import { endsTlsInFront, endTlsInFront } from '../../facts/ends-tls-in-front.ts';
import { type BoundServer, findBoundServers } from '../../facts/find-bound-servers.ts';
import { hasTlsServer } from '../../facts/has-tls-server.ts';
import { TLS_HOSTS, VIRTUAL_SERVICES_BY_GATEWAY_HOST } from '../../relations/bindings.ts';
import { GATEWAYS_BY_NAME } from '../../relations/gateways.ts';
import { frameOf } from '../merged-routes/merged-routes.ts';
import { findTaker } from '../merged-routes/order-conflicts.ts';
import { findLoop, writeLocation } from './follow-redirects.ts';

/** Where does a route's redirect lead: in a circle, or to a host of the text that nothing listens for? */
export const redirectRoute: ResourceCheck = {
  name: 'redirect-route',
  codes: ['PTL243', 'PTL244'],
  about: ['VirtualService'],
  reads: [GATEWAYS_BY_NAME, TLS_HOSTS, VIRTUAL_SERVICES_BY_GATEWAY_HOST],
  run: (resource, lookup, report) => {
    const redirects = routeMatchesOf(resource).filter(({ route }) => route.redirect !== null);
    if (redirects.length === 0) return;
    const bound = findBoundServers(resource, lookup);
    const said = new Set<number>();
    for (const one of redirects) {
      if (said.has(one.route.index)) continue;
      if (checkRedirect(resource, one, bound, lookup, report)) said.add(one.route.index);
    }
  },
};

/** Follows the redirect from each server that the VirtualService is on; whether something was said. */
function checkRedirect(
  resource: Resource,
  one: RouteMatch,
  bound: readonly BoundServer[],
  lookup: Lookup,
  report: Report,
): boolean {
  const gateways = bound.map(({ gateway }) => gateway);
  for (const at of bound) {
    const { gateway, server } = at;
    if (trafficOf(server) !== 'http' || server.tls?.httpsRedirect === true) continue;
    const request = findRequest(resource, one, at, lookup);
    if (request === null) continue;
    const asked = splitAuthority(request.authority);
    const location = { ...asked, scheme: outerScheme(gateway, server, lookup), path: request.path };
    const loop = findLoop({ gateway, server, location }, gateways, lookup);
    if (loop !== null) {
      reportLoop(resource, one, loop, report);
      return true;
    }
    if (reportNowhere(resource, one, { gateway, request }, lookup, report)) return true;
  }
  return false;
}

/** The scheme that the client sees. */
function outerScheme(gateway: Resource, server: GatewayServer, lookup: Lookup): string {
  const isEnded = gateway.details.type === 'Gateway' && endsTlsInFront(gateway.details, lookup);
  return isEnded || endsTls(server) ? 'https' : 'http';
}

/** A plain request that comes to this route from the server. */
function findRequest(
  resource: Resource,
  one: RouteMatch,
  { gateway, server, hosts: [domain] }: BoundServer,
  lookup: Lookup,
): HttpRequest | null {
  if (one.match === null || domain === undefined) return null;
  const matchRegex = lookup.schema?.matchRegex ?? null;
  const frame = frameOf(gateway, server, domain);
  const request = findCommonRequest([one.match], frame, matchRegex);
  if (request === null || findTaker(resource, request, matchRegex) !== one) return null;
  const isPlain =
    request.method === 'GET' &&
    Object.keys(request.headers).length === 0 &&
    Object.keys(request.query).length === 0;
  return isPlain ? request : null;
}

function reportLoop(
  resource: Resource,
  { route }: RouteMatch,
  loop: readonly string[],
  report: Report,
): void {
  report({
    code: 'PTL243',
    resource,
    path: ['spec', 'http', route.index, 'redirect'],
    part: 'key',
    message: `This redirect leads in a circle: ${loop.slice(0, 4).join(' → ')}. Match only what has to go elsewhere (by scheme, path or a server of its own), or redirect to where another route answers.`,
    data: { loop },
  });
}

/** Says where a redirect to https, or to a port, finds no server, though the host is one of the text. */
function reportNowhere(
  resource: Resource,
  { match, route }: RouteMatch,
  { gateway, request }: { readonly gateway: Resource; readonly request: HttpRequest },
  lookup: Lookup,
  report: Report,
): boolean {
  if (match === null || route.redirect === null || gateway.details.type !== 'Gateway') return false;
  const location = redirectLocation(route.redirect, match, request);
  const { scheme, host, port } = location;
  const key = `${gateway.namespace}/${gateway.name}`;
  const isOurs = hostsOver(host).some(
    (wide) =>
      wide !== '*' && lookup.find(VIRTUAL_SERVICES_BY_GATEWAY_HOST, `${key} ${wide}`).length > 0,
  );
  const isOwn = !isWildcard(host) && host === splitAuthority(request.authority).host;
  if ((!isOurs && !isOwn) || scheme !== 'https' || port !== null) return false;
  if (hasTlsServer(host, lookup) || endsTlsInFront(gateway.details, lookup)) return false;
  const isKnown = lookup.assumptions.foreignNamespaces.length === 0;
  report({
    code: 'PTL244',
    resource,
    path: ['spec', 'http', route.index, 'redirect'],
    part: 'key',
    certainty: isKnown ? 'wrong' : 'unknown',
    message: `This redirect leads to ${writeLocation(location)}, and no server of this text takes https for ${host}. Add one to the Gateway, or say in the assumptions (gateways) that TLS ends in front of it.`,
    settledBy: endTlsInFront(gateway.details, lookup),
    data: { host, scheme, assumption: 'gateways' },
  });
  return true;
}
