import type { FilterChain } from '../../gateway-config.ts';
import type { RouteConfig, VirtualHost } from '../../route-config.ts';
import { virtualHostCauses } from '../causes/virtual-host-causes.ts';
import { findVirtualHost, hostOf } from '../find-virtual-host.ts';
import type { TraceCandidate } from '../trace.ts';
import type { TraceDraft } from '../trace-draft.ts';
import type { Stage } from './stage.ts';

const MOST_SHOWN = 50;

/** From the route configuration to a virtual host. */
export function findHost(
  draft: TraceDraft,
  routeConfig: RouteConfig,
  chain: FilterChain,
): Stage<VirtualHost> {
  const { request } = draft.context;
  draft.name({ routeConfig: routeConfig.name });
  const found = findVirtualHost(routeConfig, request.host);
  const candidates = toCandidates(routeConfig, found?.virtualHost ?? null);
  const gateway = `Gateway/${chain.server.gateway}`;
  if (request.host === '') {
    draft.step({
      hop: 'virtual-host',
      matched: false,
      reason: 'The request has no Host header.',
      candidates,
      node: gateway,
    });
    return {
      trace: draft.end({
        outcome: 'no-virtual-host',
        status: 400,
        meaning: 'HTTP/1.1 wants a Host header; without one Envoy answers 400.',
        causes: [],
      }),
    };
  }
  if (found === null) {
    draft.step({
      hop: 'virtual-host',
      matched: false,
      reason: `No virtual host has ${hostOf(request.host)}.`,
      candidates,
      origins: chain.origins,
      node: gateway,
    });
    return {
      trace: draft.end({
        outcome: 'no-virtual-host',
        status: 404,
        flag: 'NR',
        meaning:
          'The gateway itself answers 404: on this server it knows nothing for the host, and it tries no other server.',
        causes: virtualHostCauses(draft.context, chain),
      }),
    };
  }
  const { virtualHost, domain } = found;
  draft.name({ virtualHost: virtualHost.name });
  const [service] = virtualHost.virtualServices;
  draft.step({
    hop: 'virtual-host',
    matched: virtualHost.routes.length > 0 || virtualHost.requiresTls,
    found: virtualHost.name,
    reason: describe(virtualHost, domain, request.host),
    candidates,
    origins: virtualHost.origins,
    node: service ?? gateway,
  });
  return { next: virtualHost };
}

function describe({ name, routes }: VirtualHost, domain: string, host: string): string {
  if (name.startsWith('blackhole:'))
    return 'No VirtualService is on this server, so istiod made a virtual host without routes.';
  const own = hostOf(host);
  const why = domain === own ? `It has the very host ${own}` : `${own} is under its host ${domain}`;
  return `${why}, and ${routes.length} ${routes.length === 1 ? 'route' : 'routes'}.`;
}

function toCandidates(
  { virtualHosts }: RouteConfig,
  found: VirtualHost | null,
): readonly TraceCandidate[] {
  return virtualHosts.slice(0, MOST_SHOWN).map((one) => ({
    name: one.name,
    matched: one === found,
    reason: one === found ? 'it fits best' : `it is for ${one.domains.slice(0, 4).join(', ')}`,
    origin: one.origins[0] ?? null,
  }));
}
