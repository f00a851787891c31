import type {
  RoutesEdge,
  ServiceEntryNode,
  ServiceNode,
  VirtualServiceNode,
} from '../../graph/topology.ts';
import { isWildcard, resolveHost, serviceHost } from '../../resources/host-name.ts';
import type {
  HttpRoute,
  L4Route,
  RouteDestination,
} from '../../resources/kinds/virtual-service.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { FieldValue } from '../edit-command.ts';
import { type FieldOperation, valueAt } from '../fields/field-operation.ts';
import { type Result, refuse, success } from '../result.ts';
import type { ConnectOptions } from './connection.ts';
import { sharesOf, toWeights, withEqualPart } from './route-weights.ts';

/** A node that a route can send its requests to. */
export type DestinationNode = ServiceNode | ServiceEntryNode;

/** A route of a VirtualService. */
export interface ChosenRoute {
  readonly protocol: RoutesEdge['protocol'];
  readonly route: HttpRoute | L4Route;
}

/** The named route; else the last one with destinations, http before tls before tcp; null: a new one. */
export function chooseRoute(
  source: VirtualServiceNode,
  { route: named }: ConnectOptions,
): Result<ChosenRoute | null> {
  if (named !== undefined) {
    const route = source[named.protocol].find(({ index }) => index === named.index);
    const reason = route === undefined ? 'This route is not there any more.' : whyClosed(route);
    return reason !== null || route === undefined
      ? refuse(reason ?? '')
      : success({ protocol: named.protocol, route });
  }
  for (const protocol of ['http', 'tls', 'tcp'] as const) {
    const routes: readonly (HttpRoute | L4Route)[] = source[protocol];
    const route = routes.findLast((one) => one.destinations.length > 0 && whyClosed(one) === null);
    if (route !== undefined) {
      return success({ protocol, route });
    }
  }
  return success(null);
}

function whyClosed(route: HttpRoute | L4Route): string | null {
  if (!('redirect' in route)) {
    return null;
  }
  if (route.redirect !== null) {
    return 'This route answers with a redirect, so it has no destination. Choose another route, or remove the redirect first.';
  }
  if (route.directResponse !== null) {
    return 'This route answers by itself (directResponse), so it has no destination. Choose another route, or remove the direct response first.';
  }
  return route.delegate === null
    ? null
    : `This route is left to the delegate ${route.delegate.name}, so it has no destination of its own. Choose another route, or remove the delegate first.`;
}

/**
 * The host of a destination, written as around: a short name in the same namespace, unless the other
 * destinations are written in full.
 */
export function hostFor(
  { assumptions }: Snapshot,
  source: VirtualServiceNode,
  target: DestinationNode,
): Result<string> {
  if (target.kind === 'ServiceEntry') {
    const host = target.hosts.find((one) => !isWildcard(one));
    return host === undefined
      ? refuse(
          `The ServiceEntry ${target.name} has only wildcard hosts, and a destination has to be one host. Add the host to the ServiceEntry first.`,
        )
      : success(host);
  }
  const { namespace, name, missingHost } = target;
  const full = serviceHost(name, namespace, assumptions);
  if (missingHost !== null && resolveHost(missingHost, namespace, assumptions) !== full) {
    return success(missingHost);
  }
  const routes = [...source.http, ...source.tls, ...source.tcp];
  const hosts = routes.flatMap(({ destinations }) => destinations.map(({ host }) => host));
  const isFullAround = hosts.length > 0 && hosts.every((host) => host.includes('.'));
  return success(namespace === source.namespace && !isFullAround ? name : full);
}

/** The port numbers of a node, in its order. */
export function portNumbers(target: DestinationNode): readonly number[] {
  return target.kind === 'ServiceEntry'
    ? target.ports.flatMap(({ number }) => number ?? [])
    : target.ports.flatMap(({ port }) => port ?? []);
}

/** Whether a destination of the route goes to the same host (FQDN), subset and port. */
export function leadsTo(
  { assumptions }: Snapshot,
  { namespace }: VirtualServiceNode,
  { destinations }: HttpRoute | L4Route,
  { host, subset, port }: Pick<RouteDestination, 'host' | 'subset' | 'port'>,
): boolean {
  return destinations.some(
    (one) =>
      resolveHost(one.host, namespace, assumptions) === host &&
      one.subset === subset &&
      (one.port ?? port) === (port ?? one.port),
  );
}

/** An entry for a route's `route` list, and how it is written elsewhere if it is. */
export interface NewDestination {
  readonly item: { readonly [key: string]: FieldValue };
  readonly lines?: readonly string[] | undefined;
}

/** The new destination gets an equal part; the others keep their proportion, and all sum up to 100. */
export function addDestination(
  resource: Resource,
  { protocol, route }: ChosenRoute,
  { item, lines }: NewDestination,
): readonly FieldOperation[] {
  const path = ['spec', protocol, route.index, 'route'];
  const { destinations } = route;
  const list = valueAt(resource.value, path);
  if (destinations.length === 0 || !Array.isArray(list)) {
    return [{ kind: 'set', path, value: [item] }];
  }
  const weights = toWeights(withEqualPart(sharesOf(destinations)));
  const reweighed = destinations.flatMap(({ index, weight }, place) => {
    const value = weights[place] ?? 0;
    return weight === value
      ? []
      : [{ kind: 'set', path: [...path, index, 'weight'], value } as const];
  });
  const weight = weights.at(-1) ?? 0;
  const index = list.length;
  if (lines === undefined) {
    return [...reweighed, { kind: 'insert', path, index, value: { ...item, weight } }];
  }
  const added = { kind: 'insert', path, index, value: item, lines } as const;
  return [...reweighed, added, { kind: 'set', path: [...path, index, 'weight'], value: weight }];
}
