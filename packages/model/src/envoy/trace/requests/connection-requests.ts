import type { FieldOrigin } from '../../../graph/topology.ts';
import type { FilterChain, GatewayConfig, Listener } from '../../gateway-config.ts';
import { namesUnder } from '../../match/names-under.ts';
import { findFilterChain, HTTPS_PROTOCOLS } from '../find-filter-chain.ts';
import type { TraceRequest } from '../trace-request.ts';
import { entryTo } from './entry-to.ts';
import type { RequestScene } from './route-requests.ts';

/** Where a `tcp` or `tls` route takes connections. */
export interface ConnectionPlace {
  readonly listener: Listener;
  readonly chain: FilterChain;
  readonly route: FieldOrigin;
}

/** Every `tcp` and `tls` route of a gateway workload, once for each filter chain that is made of it. */
export function* connectionPlaces({ listeners }: GatewayConfig): Generator<ConnectionPlace> {
  for (const listener of listeners)
    for (const chain of listener.filterChains) {
      const route = chain.filter.kind === 'tcp' ? chain.filter.route : null;
      if (route !== null) yield { listener, chain, route };
    }
}

/** A connection that gets to the route; in words why there is none. */
export function findConnection(
  { config, comesHere }: RequestScene,
  { listener, chain }: ConnectionPlace,
): TraceRequest | string {
  if (listener.rejection !== null) return listener.rejection.reason;
  const isTls = chain.tls !== null || chain.serverNames.length > 0;
  const names = isTls ? chain.serverNames.flatMap(namesUnder) : [];
  const sni = [...names, null].find(
    (name) => findFilterChain(listener, name, HTTPS_PROTOCOLS) === chain,
  );
  if (sni === undefined) return 'Other filter chains take all connections that this route is for.';
  return {
    ...entryTo(config, { listener, chain }, comesHere),
    protocol: isTls ? 'tls' : 'tcp',
    method: 'GET',
    host: '',
    path: '/',
    query: null,
    headers: {},
    sni,
    clientCertificate: chain.tls?.wantsClientCertificate === true,
  };
}
