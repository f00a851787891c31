import { findCommonRequest } from '../../../envoy/match/find-common-request.ts';
import type { HttpRequest } from '../../../envoy/match/http-request.ts';
import {
  pathOfMatch,
  type RouteMatch,
  routeMatchesOf,
} from '../../../envoy/match/route-matches.ts';
import { trafficOf } from '../../../envoy/server-traffic.ts';
import { hostsOver, type VirtualHosts, virtualHostsOf } from '../../../envoy/virtual-hosts.ts';
import { isWildcard, resolveHost } from '../../../resources/host-name.ts';
import type { GatewayServer } from '../../../resources/kinds/gateway.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Lookup, Report, ResourceCheck } from '../../engine/check.ts';
import { fullName } from '../../facts/full-name.ts';
import { VIRTUAL_SERVICES_BY_GATEWAY } from '../../relations/bindings.ts';
import { frameOf } from './merged-routes.ts';
import { findTaker } from './order-conflicts.ts';

/**
 * A request belongs to the most specific host and to no other: which routes of a VirtualService for
 * a wildcard are lost on a host that has a VirtualService of its own?
 */
export const hiddenWildcard: ResourceCheck = {
  name: 'hidden-wildcard',
  codes: ['PTL213'],
  about: ['Gateway'],
  reads: [VIRTUAL_SERVICES_BY_GATEWAY],
  run: (gateway, lookup, report) => {
    if (gateway.details.type !== 'Gateway') return;
    const key = `${gateway.namespace}/${gateway.name}`;
    const services = lookup.find(VIRTUAL_SERVICES_BY_GATEWAY, key);
    if (services.length < 2) return;
    for (const server of gateway.details.servers) {
      if (trafficOf(server) !== 'http') continue;
      const hosts = virtualHostsOf(server, gateway.namespace, services, lookup.assumptions);
      checkServer({ gateway, server, hosts }, lookup, report);
    }
  },
};

interface Served {
  readonly gateway: Resource;
  readonly server: GatewayServer;
  readonly hosts: VirtualHosts;
}

/** A request that a route of a VirtualService takes. */
interface Sample {
  readonly service: Resource;
  readonly one: RouteMatch;
  readonly request: HttpRequest;
}

function checkServer({ gateway, server, hosts }: Served, lookup: Lookup, report: Report): void {
  const matchRegex = lookup.schema?.matchRegex ?? null;
  const samplesOf = new Map<string, readonly Sample[]>();
  const recallSamples = (domain: string): readonly Sample[] => {
    const samples =
      samplesOf.get(domain) ?? findSamples({ gateway, server, hosts }, domain, lookup);
    samplesOf.set(domain, samples);
    return samples;
  };
  for (const [domain, own] of hosts) {
    const wide = hostsOver(domain).find(
      (one) => one !== domain && isWildcard(one) && hosts.has(one),
    );
    if (wide === undefined) continue;
    const lost = recallSamples(wide).find(({ service, request }) => {
      if (own.includes(service)) return false;
      const asked = { ...request, authority: domain };
      return own.every((mine) => findTaker(mine, asked, matchRegex) === null);
    });
    if (lost !== undefined)
      for (const service of own) reportHost(service, { domain, wide, lost }, lookup, report);
  }
}

function findSamples(
  { gateway, server, hosts }: Served,
  domain: string,
  lookup: Lookup,
): readonly Sample[] {
  const matchRegex = lookup.schema?.matchRegex ?? null;
  const frame = frameOf(gateway, server, domain);
  const samples: Sample[] = [];
  for (const service of hosts.get(domain) ?? []) {
    for (const one of routeMatchesOf(service)) {
      const { match } = one;
      if (match === null || match.authority.kind !== 'any') continue;
      const request = findCommonRequest([match], frame, matchRegex);
      if (request !== null && findTaker(service, request, matchRegex) === one)
        samples.push({ service, one, request });
    }
  }
  // What somebody wrote a path for is missed more than what is left over.
  return samples.toSorted((a, b) => Number(isCatchAll(a)) - Number(isCatchAll(b)));
}

function isCatchAll({ one }: Sample): boolean {
  return one.match?.isCatchAll === true;
}

function reportHost(
  resource: Resource,
  { domain, wide, lost }: { domain: string; wide: string; lost: Sample },
  { assumptions }: Lookup,
  report: Report,
): void {
  if (resource.details.type !== 'VirtualService') return;
  const index = resource.details.hosts.findIndex(
    (host) => resolveHost(host, resource.namespace, assumptions) === domain,
  );
  if (index < 0) return;
  const { request, service, one } = lost;
  report({
    code: 'PTL213',
    resource,
    path: ['spec', 'hosts', index],
    message: `"${request.method} ${request.path}" for ${domain} gets a 404: this VirtualService has no route for it, and those of ${fullName(service)} for "${wide}" are not tried on a host that has routes of its own. Add such a route here if it is wanted.`,
    related: [{ resource: service.id, path: pathOfMatch(one), message: 'not tried for this host' }],
    data: { host: domain, wildcard: wide, other: service.id, route: one.route.index },
  });
}
