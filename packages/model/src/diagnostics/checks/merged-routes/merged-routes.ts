import type { RequestFrame } from '../../../envoy/match/find-common-request.ts';
import type { HttpRequest } from '../../../envoy/match/http-request.ts';
import { namesUnder } from '../../../envoy/match/names-under.ts';
import { pathOfMatch, type RouteMatch } from '../../../envoy/match/route-matches.ts';
import { endsTls, trafficOf } from '../../../envoy/server-traffic.ts';
import { virtualHostsOf } from '../../../envoy/virtual-hosts.ts';
import { createdAt } from '../../../resources/created-at.ts';
import type { GatewayServer } from '../../../resources/kinds/gateway.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { RelatedPlace } from '../../diagnostic.ts';
import type { Report, ResourceCheck } from '../../engine/check.ts';
import { fullName } from '../../facts/full-name.ts';
import { routeWords } from '../../facts/match-words.ts';
import { VIRTUAL_SERVICES_BY_GATEWAY } from '../../relations/bindings.ts';
import { findOrderConflicts, type MergedRoute, type OrderConflict } from './order-conflicts.ts';

/**
 * Where several VirtualServices share a host of a Gateway, istiod puts their routes in a row, those
 * of the oldest first. Which routes depend on that order?
 */
export const mergedRoutes: ResourceCheck = {
  name: 'merged-routes',
  codes: ['PTL212'],
  about: ['Gateway'],
  reads: [VIRTUAL_SERVICES_BY_GATEWAY],
  run: (gateway, lookup, report) => {
    if (gateway.details.type !== 'Gateway') return;
    const key = `${gateway.namespace}/${gateway.name}`;
    const services = lookup.find(VIRTUAL_SERVICES_BY_GATEWAY, key);
    if (services.length < 2) return;
    const matchRegex = lookup.schema?.matchRegex ?? null;
    for (const server of gateway.details.servers) {
      if (trafficOf(server) !== 'http') continue;
      const hosts = virtualHostsOf(server, gateway.namespace, services, lookup.assumptions);
      for (const [domain, sharing] of hosts) {
        if (sharing.length < 2) continue;
        const frame = frameOf(gateway, server, domain);
        reportConflicts(findOrderConflicts(sharing, frame, matchRegex), domain, report);
      }
    }
  },
};

/** A plain request for the domain at the server. */
export function frameOf(gateway: Resource, server: GatewayServer, domain: string): RequestFrame {
  return {
    scheme: endsTls(server) ? 'https' : 'http',
    authority: namesUnder(domain)[0],
    entry: {
      gateway: `${gateway.namespace}/${gateway.name}`,
      port: server.port ?? 80,
      sourceLabels: {},
      sourceNamespace: '',
    },
  };
}

interface Contest {
  readonly route: MergedRoute;
  readonly others: Map<RouteMatch, MergedRoute>;
  readonly request: HttpRequest;
}

function reportConflicts(
  conflicts: readonly OrderConflict[],
  domain: string,
  report: Report,
): void {
  const contests = new Map<RouteMatch, Contest>();
  for (const { first, second, request } of conflicts) {
    note(contests, first, second, request);
    note(contests, second, first, request);
  }
  for (const contest of contests.values()) reportContest(contest, domain, report);
}

function note(
  contests: Map<RouteMatch, Contest>,
  route: MergedRoute,
  other: MergedRoute,
  request: HttpRequest,
): void {
  const known = contests.get(route.one);
  if (known === undefined)
    contests.set(route.one, { route, others: new Map([[other.one, other]]), request });
  else known.others.set(other.one, other);
}

function reportContest({ route, others, request }: Contest, domain: string, report: Report): void {
  const [other] = others.values();
  if (other === undefined) return;
  const order = compareAge(route.service, other.service);
  if (order < 0) return;
  const rival = `${routeWords(other.one.route)} of ${fullName(other.service)}`;
  const taken = `"${request.method} ${request.path}" for ${domain === '*' ? 'any host' : domain}`;
  report({
    code: 'PTL212',
    resource: route.service,
    path: pathOfMatch(route.one),
    message:
      order > 0
        ? `${taken} never gets here: ${rival} takes it, and does something else. Both VirtualServices are on this host, and the routes of the older one come first. Put them into one VirtualService.`
        : `Who answers ${taken} is left to chance: this route, or ${rival}, which does something else. Both VirtualServices are on this host, and the routes of the one that was created first come first. Put them into one VirtualService.`,
    related: [...others.values()].slice(0, 20).map(relatedTo),
    data: { host: domain, path: request.path, other: other.service.id },
  });
}

function relatedTo({ service, one }: MergedRoute): RelatedPlace {
  return { resource: service.id, path: pathOfMatch(one), message: 'takes the same request' };
}

/** By creation, where both say when that was: negative where `one` is older; 0 where it is not known. */
function compareAge(one: Resource, other: Resource): number {
  const [own, others] = [createdAt(one), createdAt(other)];
  if (own === null || others === null) return 0;
  return Math.sign(own - others);
}
