import type { RegexMatch } from '../../../schema/values/regex-match.ts';
import type { FilterChain, GatewayConfig, Listener } from '../../gateway-config.ts';
import { covers } from '../../match/covers.ts';
import { findCommonRequest } from '../../match/find-common-request.ts';
import type { HttpMatch } from '../../match/http-match.ts';
import type { HttpRequest } from '../../match/http-request.ts';
import { matchesRequest } from '../../match/matches-request.ts';
import { namesUnder } from '../../match/names-under.ts';
import { sampleRegex } from '../../match/sample-regex.ts';
import type { StringMatch } from '../../match/string-match.ts';
import type { EnvoyRoute, RouteConfig, VirtualHost } from '../../route-config.ts';
import { findFilterChain, HTTPS_PROTOCOLS } from '../find-filter-chain.ts';
import { findVirtualHost, hostOf } from '../find-virtual-host.ts';
import type { TraceRequest } from '../trace-request.ts';
import { entryTo } from './entry-to.ts';

/** Where a route is. */
export interface RoutePlace {
  readonly listener: Listener;
  readonly chain: FilterChain;
  readonly routeConfig: RouteConfig;
  readonly virtualHost: VirtualHost;
  readonly route: EnvoyRoute;
}

/** A request that reaches a route, or why there is none. */
export type RouteRequest =
  | { readonly kind: 'reached'; readonly request: TraceRequest }
  /** It is proven that an earlier route takes all that this one is for. */
  | { readonly kind: 'shadowed'; readonly by: EnvoyRoute }
  /** None is found, which does not prove that there is none. */
  | { readonly kind: 'not-found'; readonly taker: EnvoyRoute | null };

/** Every http route of a gateway workload, where a listener leads to it. */
export function* routePlaces({ listeners, routeConfigs }: GatewayConfig): Generator<RoutePlace> {
  for (const listener of listeners)
    for (const chain of listener.filterChains) {
      if (chain.filter.kind !== 'http') continue;
      const routeConfig = routeConfigs.get(chain.filter.routeConfig);
      for (const virtualHost of routeConfig?.virtualHosts ?? [])
        for (const route of virtualHost.routes)
          if (routeConfig !== undefined) yield { listener, chain, routeConfig, virtualHost, route };
    }
}

/** A route's conditions where it stands: what only decided whether it is there is fulfilled. */
export function conditionsHere(match: HttpMatch): HttpMatch {
  return { ...match, port: null, gateways: null, sourceLabels: {}, sourceNamespace: null };
}

/** The route in front of this one that takes all its requests, if it is proven that one does. */
export function findShadow(
  { routes }: VirtualHost,
  route: EnvoyRoute,
  matchRegex: RegexMatch | null,
): EnvoyRoute | null {
  if (route.match === null) return null;
  const own = conditionsHere(route.match);
  for (const earlier of routes) {
    if (earlier === route) return null;
    if (earlier.match === null) continue;
    if (covers(conditionsHere(earlier.match), own, { gateways: [], matchRegex })) return earlier;
  }
  return null;
}

/** Where a request for a route is looked for. */
export interface RequestScene {
  readonly config: GatewayConfig;
  /** Whether a request whose gateway has this name comes to the workload of `config`. */
  readonly comesHere: (gateway: string) => boolean;
  readonly matchRegex: RegexMatch | null;
}

/** A request that gets to the route, as plain as it can be. */
export function findRouteRequest(scene: RequestScene, place: RoutePlace): RouteRequest {
  const { matchRegex } = scene;
  const { virtualHost, route, chain } = place;
  const by = findShadow(virtualHost, route, matchRegex);
  if (by !== null) return { kind: 'shadowed', by };
  if (route.match === null) return { kind: 'not-found', taker: null };
  const frame = {
    scheme: chain.tls === null ? 'http' : 'https',
    authority: hostFor(place),
    entry: {
      gateway: chain.server.gateway,
      port: chain.server.port,
      sourceLabels: {},
      sourceNamespace: '',
    },
  };
  const own = conditionsHere(route.match);
  const found = findCommonRequest([own], frame, matchRegex);
  if (found === null) return { kind: 'not-found', taker: null };
  for (const plain of variants(found, own, virtualHost, matchRegex)) {
    const taker = firstFitting(virtualHost, plain, matchRegex);
    if (taker === route) return { kind: 'reached', request: toTraceRequest(scene, place, plain) };
  }
  return { kind: 'not-found', taker: firstFitting(virtualHost, found, matchRegex) };
}

const ENDINGS = ['', 'x', '/x', '/other', '-1', '.html'];
const METHODS = ['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'];

/** The request, and ones like it that the match takes too: routes in front may want the first. */
function* variants(
  request: HttpRequest,
  match: HttpMatch,
  { routes }: VirtualHost,
  matchRegex: RegexMatch | null,
): Generator<HttpRequest> {
  for (const extra of extrasOf(routes.slice(0, MOST_ASKED)))
    for (const method of [request.method, ...METHODS])
      for (const ending of ENDINGS) {
        const isRoot = ending.startsWith('/') && request.path === '/';
        const other = {
          ...request,
          method,
          path: isRoot ? ending : request.path + ending,
          headers: { ...extra.headers, ...request.headers },
          query: { ...extra.query, ...request.query },
        };
        if (matchesRequest(match, other, matchRegex) === true) yield other;
      }
}

/** As many routes in front are asked for what they look at. */
const MOST_ASKED = 20;

type Extra = Pick<HttpRequest, 'headers' | 'query'>;

/** Nothing, and then the headers and parameters that routes look at, with a text that hardly fits. */
function extrasOf(routes: readonly EnvoyRoute[]): readonly Extra[] {
  const odd = (names: Iterable<string>) =>
    Object.fromEntries([...new Set(names)].map((name) => [name, 'zz']));
  const matches = routes.flatMap(({ match }) => match ?? []);
  const headers = odd(
    matches
      .flatMap((match) => [...match.headers, ...match.withoutHeaders])
      .map(({ name }) => name)
      .filter((name) => !/^[:@]|^host$/.test(name)),
  );
  const query = odd(matches.flatMap((match) => match.queryParams).map(({ name }) => name));
  // A route that wants a header not to be so is passed by with one that is.
  const lacks = matches.flatMap(({ withoutHeaders }) => withoutHeaders);
  const singles = [
    ...Object.keys(headers).map((name) => ({ headers: { [name]: 'zz' }, query: {} })),
    ...lacks.map(({ name, match }) => ({ headers: { [name]: textFor(match) }, query: {} })),
    {
      headers: Object.fromEntries(lacks.map(({ name, match }) => [name, textFor(match)])),
      query,
    },
  ];
  return [
    { headers: {}, query: {} },
    ...singles,
    { headers, query: {} },
    { headers: {}, query },
    { headers, query },
  ];
}

function textFor(condition: StringMatch): string {
  switch (condition.kind) {
    case 'any':
      return 'zz';
    case 'regex':
      return sampleRegex(condition.pattern) ?? condition.literal;
    case 'exact':
    case 'prefix':
      return condition.text;
  }
}

function firstFitting(
  { routes }: VirtualHost,
  request: HttpRequest,
  matchRegex: RegexMatch | null,
): EnvoyRoute | null {
  return (
    routes.find(
      ({ match }) =>
        match !== null && matchesRequest(conditionsHere(match), request, matchRegex) === true,
    ) ?? null
  );
}

/** A host that comes to the virtual host, and to no nearer one. */
function hostFor({ routeConfig, virtualHost }: RoutePlace): string {
  const names = virtualHost.domains.flatMap(namesUnder);
  const own = names.find((name) => findVirtualHost(routeConfig, name)?.virtualHost === virtualHost);
  return own ?? names[0] ?? '';
}

function toTraceRequest(
  { config, comesHere }: RequestScene,
  place: RoutePlace,
  request: HttpRequest,
): TraceRequest {
  const { chain } = place;
  const query = Object.entries(request.query).map(([name, value]) => `${name}=${value}`);
  const isSecure = chain.tls !== null;
  return {
    ...entryTo(config, place, comesHere),
    protocol: isSecure ? 'https' : 'http',
    method: request.method,
    host: request.authority,
    path: request.path,
    query: query.length === 0 ? null : query.join('&'),
    headers: request.headers,
    sni: isSecure ? serverNameFor(place, request.authority) : null,
    clientCertificate: chain.tls?.wantsClientCertificate === true,
  };
}

/** The host, where the filter chain takes it; else a name that comes to this chain and no other. */
function serverNameFor({ listener, chain }: RoutePlace, authority: string): string {
  const host = hostOf(authority);
  const domains = chain.serverNames.length === 0 ? ['*'] : chain.serverNames;
  const names = [host, ...domains.flatMap(namesUnder)];
  return names.find((name) => findFilterChain(listener, name, HTTPS_PROTOCOLS) === chain) ?? host;
}
