import type { FilterChain } from '../../gateway-config.ts';
import type { RouteConfig, VirtualHost } from '../../route-config.ts';
import { virtualHostCauses } from '../causes/virtual-host-causes.ts';
import { findVirtualHost, hostOf } from '../find-virtual-host.ts';
import { serverOfRequest } from '../server-of-request.ts';
import type { Trace, TraceCandidate } from '../trace.ts';
import type { TraceDraft } from '../trace-draft.ts';
import type { Stage } from './stage.ts';

const MOST_SHOWN = 50;

/** From the route configuration to a virtual host. */
export function findHost(
  draft: TraceDraft,
  routeConfig: RouteConfig,
  chain: FilterChain,
): Stage<VirtualHost> {
  const { host } = draft.context.request;
  draft.name({ routeConfig: routeConfig.name });
  const found = findVirtualHost(routeConfig, host);
  const candidates = toCandidates(routeConfig, found?.virtualHost ?? null);
  if (host === '') return { trace: refuseWithoutHost(draft, chain, candidates) };
  if (found === null) return { trace: findNone(draft, chain, candidates) };
  const { virtualHost, domain } = found;
  const isBlackHole = virtualHost.routes.length === 0 && !virtualHost.requiresTls;
  draft.name({ virtualHost: virtualHost.name });
  draft.step({
    hop: 'virtual-host',
    matched: !isBlackHole,
    found: virtualHost.name,
    reason: describe(virtualHost, domain, host),
    candidates,
    origins: virtualHost.origins,
    node: virtualHost.virtualServices[0] ?? gatewayOf(draft, chain),
  });
  return isBlackHole ? { trace: endInBlackHole(draft, chain) } : { next: virtualHost };
}

function gatewayOf({ context }: TraceDraft, chain: FilterChain): string {
  return `Gateway/${serverOfRequest(context, chain).gateway}`;
}

function refuseWithoutHost(
  draft: TraceDraft,
  chain: FilterChain,
  candidates: readonly TraceCandidate[],
): Trace {
  draft.step({
    hop: 'virtual-host',
    matched: false,
    reason: 'The request has no Host header.',
    candidates,
    node: gatewayOf(draft, chain),
  });
  return draft.end({
    outcome: 'no-virtual-host',
    status: 400,
    meaning: 'HTTP/1.1 wants a Host header; without one Envoy answers 400.',
    causes: [],
  });
}

function findNone(
  draft: TraceDraft,
  chain: FilterChain,
  candidates: readonly TraceCandidate[],
): Trace {
  draft.step({
    hop: 'virtual-host',
    matched: false,
    reason: `No virtual host has ${hostOf(draft.context.request.host)}.`,
    candidates,
    origins: chain.origins,
    node: gatewayOf(draft, chain),
  });
  return draft.end({
    outcome: 'no-virtual-host',
    status: 404,
    flag: 'NR',
    meaning:
      'The gateway itself answers 404: on this server it knows nothing for the host, and it tries no other server.',
    causes: virtualHostCauses(draft.context, chain),
  });
}

/** The virtual host that istiod makes where no VirtualService is on the server. */
function endInBlackHole(draft: TraceDraft, chain: FilterChain): Trace {
  return draft.end({
    outcome: 'no-route',
    status: 404,
    flag: 'NR',
    meaning:
      'The gateway itself answers 404, whatever the request: no VirtualService gives this server any routes.',
    causes: virtualHostCauses(draft.context, chain),
  });
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
