import type {
  GatewayServerState,
  TopologyEdge,
  TopologyNode,
  VirtualServiceNode,
} from '../../graph/topology.ts';
import type {
  HttpRoute,
  L4Route,
  RouteDestination,
  RouteMirror,
} from '../../resources/kinds/virtual-service.ts';
import { describeActions } from './describe-action.ts';
import {
  describeMatch,
  describeNoMatch,
  type MatchProtocol,
  phraseText,
} from './describe-match.ts';

/**
 * A route as one sentence, for those who do not see the map: "Route 2 of VirtualService shop: path
 * starts with /cart, to cart port 8080, 10 %". `index` is the route's place in its list, from 0.
 */
export function describeRoute(
  node: VirtualServiceNode,
  protocol: MatchProtocol,
  index: number,
): string {
  const routes: readonly (HttpRoute | L4Route)[] = node[protocol];
  const route = routes.find((one) => one.index === index);
  const title = titleOf(node, protocol, index);
  if (route === undefined) return title;
  const parts = [
    matchesOf(route, protocol),
    ...destinationsOf(route),
    ...('mirrors' in route ? route.mirrors.map(describeMirror) : []),
    ...('redirect' in route ? describeActions(route).map(phraseText) : []),
  ];
  return `${title}: ${parts.join(', ')}`;
}

/** The route that an edge begins at: "Route 2 of VirtualService shop: path starts with /cart"; null of other edges. */
export function describeRouteOf(
  edge: TopologyEdge,
  source: TopologyNode | undefined,
): string | null {
  if (edge.kind !== 'routes' || source?.kind !== 'VirtualService') return null;
  const routes: readonly (HttpRoute | L4Route)[] = source[edge.protocol];
  const route = routes.find(({ index }) => index === edge.route);
  const title = titleOf(source, edge.protocol, edge.route);
  return route === undefined ? title : `${title}: ${matchesOf(route, edge.protocol)}`;
}

/** A server of a Gateway as one sentence: "Server 443 HTTPS, TLS SIMPLE, for shop.example.com". */
export function describeServer(server: GatewayServerState): string {
  const { port, protocol, tls, hosts, credential } = server;
  const secret = credential === null ? '' : `Secret ${credential.name}`;
  const isKnown = credential?.status === 'found';
  const parts = [
    `Server ${[port ?? 'without port', protocol].join(' ').trim()}`,
    tls?.httpsRedirect ? 'redirects to HTTPS' : tls === null ? '' : `TLS ${tls.mode}`,
    hosts.length === 0 ? 'without hosts' : `for ${hosts.join(', ')}`,
    secret === '' || isKnown ? secret : `${secret}, not in this YAML`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

const TITLES: Readonly<Record<MatchProtocol, string>> = {
  http: 'Route',
  tls: 'TLS route',
  tcp: 'TCP route',
};

function titleOf({ name }: VirtualServiceNode, protocol: MatchProtocol, index: number): string {
  return `${TITLES[protocol]} ${index + 1} of VirtualService ${name}`;
}

function matchesOf({ matches }: HttpRoute | L4Route, protocol: MatchProtocol): string {
  return matches.length === 0
    ? phraseText(describeNoMatch(protocol))
    : matches.map((block) => phraseText(describeMatch(block, protocol))).join(' or ');
}

function destinationsOf({ destinations }: HttpRoute | L4Route): readonly string[] {
  return destinations.map((destination) => {
    const share = destinations.length > 1 ? `, ${percent(destination.share * 100)}` : '';
    return `to ${describeTarget(destination)}${share}`;
  });
}

function describeMirror(mirror: RouteMirror): string {
  return `a copy of ${percent(mirror.percentage)} to ${describeTarget(mirror)}`;
}

function describeTarget({
  host,
  subset,
  port,
}: Pick<RouteDestination, 'host' | 'subset' | 'port'>): string {
  const place = host === '' ? 'no host' : host;
  return [place, subset === null ? '' : `subset ${subset}`, port === null ? '' : `port ${port}`]
    .filter((part) => part !== '')
    .join(' ');
}

function percent(value: number): string {
  return `${Math.round(value * 10) / 10} %`;
}
