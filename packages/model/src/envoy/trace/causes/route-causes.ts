import type { Drop } from '../../gateway-config.ts';
import type { HttpRequest } from '../../match/http-request.ts';
import type { VirtualHost } from '../../route-config.ts';
import { findVirtualHost } from '../find-virtual-host.ts';
import type { Cause } from '../trace.ts';
import type { TraceContext } from '../trace-context.ts';

const LEFT_OUT: ReadonlySet<Drop['reason']> = new Set([
  'match-port',
  'match-gateway',
  'match-source',
  'delegate-missing',
  'delegate-hidden',
  'delegate-conflict',
]);

/** Why no route of a virtual host fits a request: what is left out of it, and what it usually is. */
export function routeCauses(
  context: TraceContext,
  virtualHost: VirtualHost,
  request: HttpRequest,
): readonly Cause[] {
  const services = new Set(virtualHost.virtualServices);
  const leftOut = context.config.drops.filter(
    ({ reason, origin }) => LEFT_OUT.has(reason) && services.has(origin.resourceId),
  );
  const isEmpty = virtualHost.routes.length === 0;
  const wide = widerHost(context, virtualHost);
  return [
    ...leftOut
      .slice(0, 10)
      .map(({ message, origin }) => ({ text: message, applies: true, origin })),
    {
      text: 'No VirtualService is on this Gateway with a host that its server has. Add the Gateway to the gateways of one.',
      applies: isEmpty,
      origin: virtualHost.origins[0] ?? null,
    },
    {
      text: `The host ${wide?.domain ?? '*'} has routes too, and they are not tried for a host that has its own. Add a route for the rest here.`,
      applies: wide !== null,
      origin: wide?.origin ?? null,
    },
    {
      text: 'A browser asks with OPTIONS before it sends the request, and a route for one method does not take that. Leave the method out of the match of a route with a corsPolicy.',
      applies: request.method === 'OPTIONS' && !isEmpty,
      origin: null,
    },
    {
      text: 'exact and prefix are for the path alone, without the query; a regular expression has to match the whole path.',
      applies: false,
      origin: null,
    },
  ];
}

/** The virtual host that would have the request if this one were not there. */
function widerHost({ config, request }: TraceContext, own: VirtualHost) {
  for (const routeConfig of config.routeConfigs.values()) {
    if (!routeConfig.virtualHosts.includes(own)) continue;
    const others = routeConfig.virtualHosts.filter((one) => one !== own);
    const found = findVirtualHost({ ...routeConfig, virtualHosts: others }, request.host);
    if (found === null || found.virtualHost.routes.length === 0) return null;
    return { domain: found.domain, origin: found.virtualHost.origins.at(-1) ?? null };
  }
  return null;
}
