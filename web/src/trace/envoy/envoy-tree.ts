import {
  dumpCluster,
  dumpFilterChain,
  dumpListener,
  dumpRoute,
  dumpRouteConfig,
  dumpVirtualHost,
  type EnvoyRoute,
  type FieldOrigin,
  type FilterChain,
  type GatewayConfig,
  type JsonObject,
  type Listener,
  type ResourceId,
  type RouteConfig,
  rangeOf,
  type Snapshot,
  type TextRange,
  type VirtualHost,
  type WeightedCluster,
} from '@portolan/model';
import { percent } from '../describe-trace.ts';

/** What istiod programs, from the outside in. */
export type EnvoyElementKind =
  | 'Listener'
  | 'Filter chain'
  | 'Route configuration'
  | 'Virtual host'
  | 'Route'
  | 'Cluster';

/** A part of what istiod programs, with the parts in it. */
export interface EnvoyElement {
  /** Its way down the tree, by places; stays the same while what stands in front of it does. */
  readonly id: string;
  readonly kind: EnvoyElementKind;
  readonly name: string;
  /** What it does, in a few words. */
  readonly detail: string;
  /** In a sentence: that Envoy refuses it, or has no such thing, and why; null where it takes it. */
  readonly rejection: string | null;
  /** The fields that it is made of. */
  readonly origins: readonly FieldOrigin[];
  /** null: Envoy has no such thing. */
  readonly json: () => JsonObject | null;
  readonly children: readonly EnvoyElement[];
}

/** What istiod programs into a gateway, as a tree: listeners, their chains, their routes. */
export function envoyTree(config: GatewayConfig): readonly EnvoyElement[] {
  return config.listeners.map((listener, index) => listenerElement(config, listener, `${index}`));
}

function listenerElement(config: GatewayConfig, listener: Listener, id: string): EnvoyElement {
  const children = listener.filterChains.map((chain, index) =>
    chainElement(config, listener, chain, `${id}.${index}`),
  );
  return {
    id,
    kind: 'Listener',
    name: listener.name,
    detail: `port ${listener.port} of the pods`,
    rejection: refusal(listener.rejection?.reason),
    origins: listener.filterChains.flatMap(({ origins }) => origins),
    json: () => dumpListener(listener),
    children,
  };
}

function chainElement(
  config: GatewayConfig,
  listener: Listener,
  chain: FilterChain,
  id: string,
): EnvoyElement {
  const { serverNames, tls, filter, origins } = chain;
  const routeConfig =
    filter.kind === 'http' ? config.routeConfigs.get(filter.routeConfig) : undefined;
  const children =
    filter.kind === 'tcp'
      ? filter.clusters.map((cluster, index) => clusterElement(config, cluster, `${id}.${index}`))
      : routeConfig === undefined
        ? []
        : [routeConfigElement(config, routeConfig, `${id}.0`)];
  return {
    id,
    kind: 'Filter chain',
    name: serverNames.length === 0 ? 'any server name' : serverNames.join(', '),
    detail: `${tls === null ? 'takes bytes as they come' : `ends TLS, ${tls.mode}`}, ${filter.kind === 'http' ? 'reads HTTP' : 'passes bytes on'}`,
    rejection: null,
    origins,
    json: () => dumpFilterChain(listener, chain),
    children,
  };
}

function routeConfigElement(
  config: GatewayConfig,
  routeConfig: RouteConfig,
  id: string,
): EnvoyElement {
  const { name, virtualHosts, rejection } = routeConfig;
  return {
    id,
    kind: 'Route configuration',
    name,
    detail: virtualHosts.length === 1 ? '1 virtual host' : `${virtualHosts.length} virtual hosts`,
    rejection: refusal(rejection?.reason),
    origins: [],
    json: () => dumpRouteConfig(routeConfig),
    children: virtualHosts.map((host, index) => hostElement(config, host, `${id}.${index}`)),
  };
}

function hostElement(config: GatewayConfig, host: VirtualHost, id: string): EnvoyElement {
  const { name, routes, requiresTls, origins } = host;
  const count = routes.length === 1 ? '1 route' : `${routes.length} routes`;
  return {
    id,
    kind: 'Virtual host',
    name,
    detail: requiresTls ? `${count}; sends what came without TLS to https` : count,
    rejection: null,
    origins,
    json: () => dumpVirtualHost(host),
    children: routes.map((route, index) => routeElement(config, route, index, `${id}.${index}`)),
  };
}

function routeElement(
  config: GatewayConfig,
  route: EnvoyRoute,
  index: number,
  id: string,
): EnvoyElement {
  const { action, rule, matchedBy, virtualService } = route;
  const clusters = action.kind === 'route' ? action.clusters : [];
  return {
    id,
    kind: 'Route',
    name: `${index + 1}. ${describePath(route)}`,
    detail: `${describeAction(route)}; of ${virtualService.split('/').slice(1).join('/')}`,
    rejection: refusal(action.kind === 'none' ? action.reason : undefined),
    origins: [...matchedBy, rule],
    json: () => dumpRoute(route),
    children: clusters.map((cluster, place) => clusterElement(config, cluster, `${id}.${place}`)),
  };
}

function refusal(reason: string | undefined): string | null {
  return reason === undefined ? null : `Envoy refuses it: ${reason}`;
}

const NO_CLUSTER =
  'Istio sends the gateway no such cluster, so what goes there fails. Trace a request to see why.';

function clusterElement(config: GatewayConfig, cluster: WeightedCluster, id: string): EnvoyElement {
  const made = config.findClusterConfig(cluster);
  const share = cluster.share === 1 ? 'all requests' : `${percent(cluster.share)} of the requests`;
  const rule = made?.rule ?? null;
  return {
    id,
    kind: 'Cluster',
    name: cluster.name,
    detail: rule === null ? share : `${share}; by DestinationRule ${rule.name}`,
    rejection: made === null ? NO_CLUSTER : null,
    origins: [cluster.origin, ...(made?.origins ?? [])],
    json: () => dumpCluster(config, cluster),
    children: [],
  };
}

function describePath({ match }: EnvoyRoute): string {
  if (match === null) return 'not understood';
  const { uri } = match;
  const conditions =
    match.headers.length +
    match.withoutHeaders.length +
    match.queryParams.length +
    [match.method, match.authority, match.scheme].filter(({ kind }) => kind !== 'any').length;
  const more = conditions === 0 ? '' : ` and ${conditions} more`;
  switch (uri.kind) {
    case 'any':
      return conditions === 0 ? 'everything' : `any path${more}`;
    case 'regex':
      return `regex ${uri.pattern}${more}`;
    default:
      return `${uri.kind} ${uri.text}${more}`;
  }
}

function describeAction({ action }: EnvoyRoute): string {
  switch (action.kind) {
    case 'route':
      return action.clusters.length === 1 ? 'goes to a cluster' : 'is divided among clusters';
    case 'redirect':
      return `redirects, ${action.status}`;
    case 'direct-response':
      return `answers ${action.status}`;
    case 'none':
      return 'does nothing';
  }
}

/** The element that the line of an offset makes, the innermost; null where none does. */
export function findElementAt(
  elements: readonly EnvoyElement[],
  snapshot: Snapshot,
  offset: number,
): EnvoyElement | null {
  let found: EnvoyElement | null = null;
  let length = Number.POSITIVE_INFINITY;
  const isIn = (range: TextRange | undefined): range is TextRange =>
    range !== undefined && offset >= range.start && offset <= range.end;
  const near = new Map<ResourceId, boolean>();
  const isNear = (id: ResourceId): boolean => {
    const known = near.get(id) ?? isIn(rangeOf(snapshot, id, []));
    near.set(id, known);
    return known;
  };
  const visit = (element: EnvoyElement): void => {
    for (const { resourceId, path } of element.origins) {
      if (!isNear(resourceId)) continue;
      const range = rangeOf(snapshot, resourceId, path);
      if (!isIn(range)) continue;
      const size = range.end - range.start;
      // Of those that the same lines make, the inner one.
      if (size > length) continue;
      found = element;
      length = size;
    }
    for (const child of element.children) visit(child);
  };
  for (const element of elements) visit(element);
  return found;
}

/** The element with an id; undefined where it is not there any more. */
export function findById(elements: readonly EnvoyElement[], id: string): EnvoyElement | undefined {
  for (const element of elements) {
    if (element.id === id) return element;
    if (id.startsWith(`${element.id}.`)) return findById(element.children, id);
  }
  return undefined;
}
