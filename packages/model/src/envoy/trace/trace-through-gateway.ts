import type { FilterChain } from '../gateway-config.ts';
import type { HttpRequest } from '../match/http-request.ts';
import type { VirtualHost } from '../route-config.ts';
import { normalizePath, readQuery } from './normalize-path.ts';
import { chooseRoute } from './stages/choose-route.ts';
import { type Entry, enterLoadBalancer } from './stages/enter-load-balancer.ts';
import { findHost } from './stages/find-host.ts';
import { findListener } from './stages/find-listener.ts';
import { passFilterChain } from './stages/pass-filter-chain.ts';
import { proxyTcp } from './stages/proxy-tcp.ts';
import { takeAction } from './stages/take-action.ts';
import type { Trace } from './trace.ts';
import type { TraceContext } from './trace-context.ts';
import { TraceDraft } from './trace-draft.ts';

/** Sends a request through a gateway workload, and tells every hop. */
export function traceThroughGateway(context: TraceContext): Trace {
  const draft = new TraceDraft(context);
  const entered = enterLoadBalancer(draft);
  if ('trace' in entered) return entered.trace;
  const listener = findListener(draft, entered.next);
  if ('trace' in listener) return listener.trace;
  const chain = passFilterChain(draft, listener.next, entered.next);
  if ('trace' in chain) return chain.trace;
  return proxyTcp(draft, chain.next) ?? routeHttp(draft, chain.next, entered.next);
}

function routeHttp(draft: TraceDraft, chain: FilterChain, entry: Entry): Trace {
  const { request, config } = draft.context;
  if (request.protocol === 'tcp' || request.protocol === 'tls') return refuseBytes(draft, chain);
  const name = chain.filter.kind === 'http' ? chain.filter.routeConfig : '';
  const routeConfig = config.routeConfigs.get(name);
  if (routeConfig === undefined) throw new Error(`${name} is no route configuration`);
  const found = findHost(draft, routeConfig, chain);
  if ('trace' in found) return found.trace;
  const isSecure = chain.tls !== null;
  if (found.next.requiresTls && !isSecure) return redirectToHttps(draft, found.next, entry);
  const route = chooseRoute(draft, routeConfig, found.next, toHttpRequest(draft, chain));
  return 'trace' in route
    ? route.trace
    : takeAction(draft, route.next, toHttpRequest(draft, chain));
}

/** As the router sees it: the gateway says itself whether it came by TLS. */
function toHttpRequest({ context }: TraceDraft, { tls, server }: FilterChain): HttpRequest {
  const { request, config } = context;
  const scheme = tls === null ? 'http' : 'https';
  return {
    path: normalizePath(request.path),
    query: readQuery(request.query),
    scheme,
    method: request.method,
    authority: request.host,
    headers: { ...request.headers, 'x-forwarded-proto': scheme },
    entry: {
      gateway: server.gateway,
      port: server.port,
      sourceLabels: config.workload.labels,
      sourceNamespace: config.workload.namespace,
    },
  };
}

function refuseBytes(draft: TraceDraft, { server }: FilterChain): Trace {
  draft.step({
    hop: 'virtual-host',
    matched: false,
    reason: 'The gateway reads HTTP here, and the client sends something else.',
    origins: [server.origin],
    node: `Gateway/${server.gateway}`,
  });
  return draft.end({
    outcome: 'protocol-mismatch',
    status: 400,
    flag: 'DPE',
    meaning: 'What is no HTTP gets "400 Bad Request" from the gateway, and the connection ends.',
    causes: [
      {
        text: `The protocol of the server is ${server.protocol}. For connections of another kind make it TCP or TLS, and give the VirtualService tcp or tls routes.`,
        applies: true,
        origin: server.origin,
      },
    ],
  });
}

function redirectToHttps(draft: TraceDraft, virtualHost: VirtualHost, { front }: Entry): Trace {
  const { request, config } = draft.context;
  const query = request.query === null ? '' : `?${request.query}`;
  const location = `https://${request.host}${normalizePath(request.path)}${query}`;
  const loops = front !== null && config.workload.tlsTerminatedInFront;
  draft.step({
    hop: 'action',
    matched: true,
    found: `redirect to ${location}`,
    reason: `A server of this host has httpsRedirect, and the request did not come by TLS, so the gateway sends the client to ${location}.${loops ? ' TLS ends in front of the gateway, so the next request comes as this one, and so on without end.' : ''}`,
    origins: virtualHost.requiresTlsBy,
    node: virtualHost.virtualServices[0] ?? null,
  });
  return draft.end({
    outcome: 'redirect',
    status: 301,
    location,
    ...(loops
      ? {
          meaning:
            'The client is sent to where it just was, again and again: ERR_TOO_MANY_REDIRECTS.',
          causes: [
            {
              text: 'The load balancer ends TLS, and the gateway sees plain HTTP. Leave httpsRedirect out, or tell the gateway how many proxies it may trust (gatewayTopology.numTrustedProxies).',
              applies: true,
              origin: virtualHost.requiresTlsBy[0] ?? null,
            },
          ],
        }
      : {}),
  });
}
