import type { ServiceEntryNode, ServiceNode, VirtualServiceNode } from '../../graph/topology.ts';
import { isWildcard, resolveHost, serviceHost } from '../../resources/host-name.ts';
import type { HttpRoute, L4Route } from '../../resources/kinds/virtual-service.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { FieldValue } from '../edit-command.ts';
import type { FieldOperation } from '../fields/field-operation.ts';
import { valueAt } from '../fields/field-operation.ts';
import { type Result, refuse, success } from '../result.ts';
import { type Connection, type ConnectOptions, editableResource } from './connection.ts';
import { sharesOf, toWeights, withEqualPart } from './route-weights.ts';

type Protocol = 'http' | 'tls' | 'tcp';
type TargetNode = ServiceNode | ServiceEntryNode;
type FieldMap = { readonly [key: string]: FieldValue };

interface ChosenRoute {
  readonly protocol: Protocol;
  readonly route: HttpRoute | L4Route;
}

/** VirtualService → Service or ServiceEntry: a route gets one more destination. */
export function connectService(
  snapshot: Snapshot,
  source: VirtualServiceNode,
  target: TargetNode,
  options: ConnectOptions,
): Result<Connection> {
  const resource = editableResource(snapshot, source);
  if (!resource.ok) {
    return resource;
  }
  const chosen = chooseRoute(source, options);
  if (!chosen.ok) {
    return chosen;
  }
  const host = hostFor(snapshot, source, target);
  if (!host.ok) {
    return host;
  }
  const port = portFor(target, chosen.value, options);
  if (!port.ok) {
    return port;
  }
  const destination: FieldMap = {
    host: host.value,
    ...(port.value === null ? {} : { port: { number: port.value } }),
  };
  const operations = toOperations(snapshot, source, resource.value, chosen.value, destination);
  return operations.ok
    ? success({
        changes: operations.value.map((operation) => ({ resource: resource.value, operation })),
        reveal: source.id,
      })
    : operations;
}

/** The named route; else the last one with destinations, http before tls before tcp; null: a new one. */
function chooseRoute(
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

/** As around: a short name in the same namespace, unless the other destinations are written in full. */
function hostFor(
  { assumptions }: Snapshot,
  source: VirtualServiceNode,
  target: TargetNode,
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

/** A port is written where the target has several, where one is asked for, or where those beside it have one. */
function portFor(
  target: TargetNode,
  chosen: ChosenRoute | null,
  { port }: ConnectOptions,
): Result<number | null> {
  const numbers = portNumbers(target);
  if (port !== undefined && numbers.length > 0 && !numbers.includes(port)) {
    return refuse(`${target.name} has no port ${port}. It has ${numbers.join(', ')}.`);
  }
  const isUsual = chosen?.route.destinations.some((one) => one.port !== null) ?? false;
  const isNeeded = numbers.length > 1 || isUsual || (port !== undefined && numbers.length === 0);
  return success(isNeeded ? (port ?? numbers[0] ?? null) : null);
}

function portNumbers(target: TargetNode): readonly number[] {
  return target.kind === 'ServiceEntry'
    ? target.ports.flatMap(({ number }) => number ?? [])
    : target.ports.flatMap(({ port }) => port ?? []);
}

function toOperations(
  { assumptions }: Snapshot,
  source: VirtualServiceNode,
  resource: Resource,
  chosen: ChosenRoute | null,
  destination: FieldMap,
): Result<readonly FieldOperation[]> {
  if (chosen === null) {
    const path = ['spec', 'http'];
    const routes = valueAt(resource.value, path);
    const value = { route: [{ destination }] };
    return success([
      Array.isArray(routes)
        ? { kind: 'insert', path, index: routes.length, value }
        : { kind: 'set', path, value: [value] },
    ]);
  }
  const { protocol, route } = chosen;
  const fqdn = (host: string) => resolveHost(host, source.namespace, assumptions);
  const port = valueAt(destination, ['port', 'number']) ?? null;
  const isThere = route.destinations.some(
    (one) =>
      fqdn(one.host) === fqdn(String(destination.host)) &&
      one.subset === null &&
      (one.port ?? port) === (port ?? one.port),
  );
  if (isThere) {
    return refuse(`This route of ${source.name} leads to ${String(destination.host)} already.`);
  }
  return success(
    addDestination(resource, ['spec', protocol, route.index, 'route'], route, destination),
  );
}

/** The new destination gets an equal part; the others keep their proportion, and all sum up to 100. */
function addDestination(
  resource: Resource,
  path: readonly (string | number)[],
  { destinations }: HttpRoute | L4Route,
  destination: FieldMap,
): readonly FieldOperation[] {
  const list = valueAt(resource.value, path);
  if (destinations.length === 0 || !Array.isArray(list)) {
    return [{ kind: 'set', path, value: [{ destination }] }];
  }
  const weights = toWeights(withEqualPart(sharesOf(destinations)));
  const reweighed = destinations.flatMap(({ index, weight }, place) => {
    const value = weights[place] ?? 0;
    return weight === value
      ? []
      : [{ kind: 'set', path: [...path, index, 'weight'], value } as const];
  });
  const value = { destination, weight: weights.at(-1) ?? 0 };
  return [...reweighed, { kind: 'insert', path, index: list.length, value }];
}
