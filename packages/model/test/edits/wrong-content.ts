import { expect } from 'vitest';
import { applyToValue, valueAt } from '../../src/edits/fields/field-operation.ts';
import {
  type EditCommand,
  findClusterFields,
  findResource,
  type RouteProtocol,
  type Snapshot,
  type TopologyEdge,
} from '../../src/index.ts';

type CommandOf<Kind extends EditCommand['kind']> = Extract<EditCommand, { readonly kind: Kind }>;

type Checks = {
  readonly [Kind in EditCommand['kind']]: (
    before: Snapshot,
    next: Snapshot,
    command: CommandOf<Kind>,
  ) => string[];
};

const CHECKS: Checks = {
  set: wrongField,
  insert: wrongField,
  move: wrongField,
  remove: wrongField,
  'rename-key': wrongField,
  'delete-resource': (before, next) =>
    countOf(next) < countOf(before) ? [] : ['nothing is deleted'],
  'duplicate-resource': oneMore,
  'add-resource': oneMore,
  'add-manifests': oneMore,
  'add-connected': addedBeside,
  'new-ingress': (before, next) => (countOf(next) > countOf(before) ? [] : ['nothing is added']),
  'rename-resource': (before, next) =>
    edgeCount(next) === edgeCount(before) ? [] : ['the edges are others'],
  'write-node': (_, next, { node }) =>
    next.topology.nodes.some(({ id, status }) => id === node && status !== 'present')
      ? ['the node is still not there']
      : [],
  connect: wrongConnection,
  reconnect: wronglyReconnected,
  disconnect: stillConnected,
  'secure-gateway': wrongServers,
  'add-route': (before, next, { resource, protocol }) =>
    equalOr(
      'not one route more',
      routesIn(next, resource, protocol).length,
      routesIn(before, resource, protocol).length + 1,
    ),
  'split-route': (before, next, { resource, route }) =>
    equalOr(
      'other match blocks',
      blocksIn(next, resource, route.protocol),
      blocksIn(before, resource, route.protocol),
    ),
  'merge-routes': (before, next, { resource, route }) =>
    equalOr(
      'not one route less',
      routesIn(next, resource, route.protocol).length,
      routesIn(before, resource, route.protocol).length - 1,
    ),
  'merge-virtual-services': (before, next, { into, from }) => {
    const all = [into, from].flatMap((id) => routesIn(before, id, 'http')).length;
    const left = routesIn(next, into, 'http').length;
    // Of two routes for every request that do the same, one is left.
    return left === all || left === all - 1 ? [] : ['other routes'];
  },
  'add-canary': (_, next, { resource, route, percent }) =>
    equalOr('other weights', weightsIn(next, resource, route), [100 - percent, percent]),
  'set-weights': (_, next, { resource, route, weights }) =>
    equalOr('other weights', weightsIn(next, resource, route), weights),
  'duplicate-item': wrongCopy,
  'clean-up': (_, next) =>
    next.resources.some((one) => findClusterFields(one).length > 0) ? ['not clean'] : [],
  format: (before, next) =>
    equalOr(
      'other content',
      next.documents.map(({ status, value }) => [status, value]),
      before.documents.map(({ status, value }) => [status, value]),
    ),
};

/** What is wrong with the content that a command left behind; nothing where it is what the command means. */
export function wrongContent(before: Snapshot, next: Snapshot, command: EditCommand): string[] {
  const check = CHECKS[command.kind] as (
    before: Snapshot,
    next: Snapshot,
    command: EditCommand,
  ) => string[];
  return check(before, next, command);
}

function countOf({ resources }: Snapshot): number {
  return resources.length;
}

function oneMore(before: Snapshot, next: Snapshot): string[] {
  return countOf(next) === countOf(before) + 1 ? [] : ['not one more'];
}

function wrongField(
  before: Snapshot,
  next: Snapshot,
  command: CommandOf<'set' | 'insert' | 'move' | 'remove' | 'rename-key'>,
): string[] {
  const resource = findResource(before, command.resource);
  const index = before.resources.findLastIndex(({ id }) => id === resource?.id);
  const { resource: _, ...operation } = command;
  const expected = resource && applyToValue(resource.value, operation);
  return countOf(before) === countOf(next) && expected?.ok
    ? equalOr('other content', next.resources[index]?.value, expected.value)
    : [];
}

/** One resource more at least, every other one but the node's as it was. */
function addedBeside(
  before: Snapshot,
  next: Snapshot,
  { node }: CommandOf<'add-connected'>,
): string[] {
  if (countOf(next) <= countOf(before)) return ['nothing is added'];
  const own = before.topology.nodes.find(({ id }) => id === node)?.resourceId;
  return before.resources.flatMap((resource, index) =>
    resource.id === own
      ? []
      : equalOr(`${resource.id} is changed`, next.resources[index]?.value, resource.value),
  );
}

function wrongConnection(
  before: Snapshot,
  next: Snapshot,
  command: CommandOf<'connect'>,
): string[] {
  // A host outside the cluster has a missing node in the namespace of each that names it.
  const target = before.topology.nodes.find(({ id }) => id === command.target);
  const isThere = next.topology.edges.some(
    (edge) => edge.source === command.source && edge.target === command.target,
  );
  return target?.status === 'missing' || isThere ? [] : ['no edge'];
}

function wronglyReconnected(
  before: Snapshot,
  next: Snapshot,
  command: CommandOf<'reconnect'>,
): string[] {
  const moved = before.topology.edges.find(({ id }) => id === command.edge);
  const other = command.end === 'source' ? moved?.target : moved?.source;
  const isAbsent = (id: string | undefined) =>
    before.topology.nodes.some((node) => node.id === id && node.status === 'missing');
  // A host outside the cluster has a missing node in the namespace of each that names it.
  if (moved === undefined || isAbsent(command.node) || isAbsent(other)) return [];
  const isThere = next.topology.edges.some(
    ({ kind, source, target }) =>
      kind === moved.kind &&
      [source, target].includes(command.node) &&
      [source, target].includes(other ?? ''),
  );
  const lost = lostEdges(before, next, moved);
  return [...(isThere ? [] : ['no edge']), ...lost.map((id) => `lost ${id}`)];
}

/** Edges that went, beside the moved one and those of a route that went with it. */
function lostEdges({ topology }: Snapshot, next: Snapshot, moved: TopologyEdge): string[] {
  const ends = ({ kind, source, target }: TopologyEdge) => `${kind} ${source} ${target}`;
  const after = next.topology.edges.map(ends);
  const isOfMovedRoute = (edge: TopologyEdge) =>
    'route' in edge &&
    'route' in moved &&
    edge.source === moved.source &&
    edge.route === moved.route;
  return topology.edges
    .filter((edge) => edge !== moved && edge.kind !== 'exposes' && !isOfMovedRoute(edge))
    .map(ends)
    .filter((edge) => {
      const at = after.indexOf(edge);
      if (at >= 0) after.splice(at, 1);
      return at < 0;
    });
}

function stillConnected(
  before: Snapshot,
  next: Snapshot,
  command: CommandOf<'disconnect'>,
): string[] {
  const old = before.topology.edges.find(({ id }) => id === command.edge);
  const count = ({ topology }: Snapshot) =>
    topology.edges.filter(
      ({ kind, source, target }) =>
        kind === old?.kind && source === old.source && target === old.target,
    ).length;
  return count(next) < count(before) ? [] : ['the edge is still there'];
}

function wrongServers(
  _: Snapshot,
  next: Snapshot,
  { node }: CommandOf<'secure-gateway'>,
): string[] {
  const gateway = findResource(next, node)?.details;
  const servers = gateway?.type === 'Gateway' ? gateway.servers : [];
  const isSecure = servers.some(({ protocol, tls }) => protocol === 'HTTPS' && tls !== null);
  return isSecure ? [] : ['no server for HTTPS'];
}

function wrongCopy(_: Snapshot, next: Snapshot, command: CommandOf<'duplicate-item'>): string[] {
  const resource = findResource(next, command.resource);
  const list = resource === undefined ? undefined : valueAt(resource.value, command.path);
  return Array.isArray(list)
    ? equalOr('another copy', list[command.index + 1], list[command.index])
    : ['no list'];
}

function routesIn(snapshot: Snapshot, id: string, protocol: RouteProtocol) {
  const details = findResource(snapshot, id)?.details;
  return details?.type === 'VirtualService' ? details[protocol] : [];
}

function blocksIn(snapshot: Snapshot, id: string, protocol: RouteProtocol) {
  return routesIn(snapshot, id, protocol).flatMap(({ matches }) => matches);
}

function weightsIn(
  snapshot: Snapshot,
  id: string,
  { protocol, index }: { readonly protocol: RouteProtocol; readonly index: number },
) {
  const route = routesIn(snapshot, id, protocol).find((one) => one.index === index);
  return route?.destinations.map(({ weight }) => weight);
}

function edgeCount({ topology }: Snapshot): string {
  const count = (kind: string) => topology.edges.filter((edge) => edge.kind === kind).length;
  return ['exposes', 'binds', 'routes', 'delegates'].map((kind) => `${kind} ${count(kind)}`).join();
}

function equalOr(message: string, actual: unknown, expected: unknown): string[] {
  try {
    expect(actual).toEqual(expected);
    return [];
  } catch {
    return [message];
  }
}
