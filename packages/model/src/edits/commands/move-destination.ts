import type { RoutesEdge, VirtualServiceNode } from '../../graph/topology.ts';
import { resolveHost } from '../../resources/host-name.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findTopologyNode } from '../../snapshot-lookup.ts';
import type { FieldValue } from '../edit-command.ts';
import type { ResourceChange } from '../edit-draft.ts';
import { type FieldOperation, valueAt } from '../fields/field-operation.ts';
import { type Result, refuse, success } from '../result.ts';
import { type ConnectOptions, editableResource } from './connection.ts';
import { consequencesOf, removeEdges } from './edge-removal.ts';
import { copyEntry, type FieldMap, keepMeaning } from './moved-entry.ts';
import type { Reconnection } from './reconnection.ts';
import { addDestination, type ChosenRoute, chooseRoute, leadsTo } from './route-destinations.ts';

/** Where a destination comes from and goes to. */
interface DestinationMove {
  readonly snapshot: Snapshot;
  readonly edge: RoutesEdge;
  readonly from: VirtualServiceNode;
  readonly to: VirtualServiceNode;
  readonly fromResource: Resource;
  readonly toResource: Resource;
}

/** The destination or mirror goes to another route, of the same or another VirtualService. */
export function moveDestination(
  snapshot: Snapshot,
  edge: RoutesEdge,
  to: VirtualServiceNode,
  options: ConnectOptions,
): Result<Reconnection> {
  const from = findTopologyNode(snapshot, edge.source);
  if (from?.kind !== 'VirtualService') {
    return refuse('The route of this connection is not there any more.');
  }
  const { route = { protocol: edge.protocol, index: edge.route } } = options;
  const isSameRoute = route.protocol === edge.protocol && route.index === edge.route;
  if (to.id === from.id && isSameRoute) {
    return success({ changes: [], reveal: from.id });
  }
  const fromResource = editableResource(snapshot, from);
  if (!fromResource.ok) {
    return fromResource;
  }
  const toResource = editableResource(snapshot, to);
  if (!toResource.ok) {
    return toResource;
  }
  const chosen = chooseRoute(to, options);
  if (!chosen.ok) {
    return chosen;
  }
  const move = {
    ...{ snapshot, edge, from, to },
    ...{ fromResource: fromResource.value, toResource: toResource.value },
  };
  const added = edge.mirror ? addMirror(move, chosen.value) : addToRoute(move, chosen.value);
  return added.ok ? success(withRemoval(move, added.value)) : added;
}

function withRemoval(
  { snapshot, edge, to, toResource }: DestinationMove,
  added: readonly FieldOperation[],
): Reconnection {
  const removal = removeEdges(snapshot, [edge]);
  const changes: ResourceChange[] = added.map((operation) => ({ resource: toResource, operation }));
  const goesWithIt = removal.changes.some(
    ({ operation: { kind, path } }) => kind === 'remove' && path.length === 3,
  );
  const route = goesWithIt ? ` (${edge.protocol} route ${edge.route + 1} is gone)` : '';
  return {
    changes: [...changes, ...removal.changes],
    reveal: to.id,
    consequences: consequencesOf(removal) || route,
  };
}

function addToRoute(
  move: DestinationMove,
  chosen: ChosenRoute | null,
): Result<readonly FieldOperation[]> {
  const { snapshot, edge, from, to, fromResource, toResource } = move;
  const place = ['spec', edge.protocol, edge.route, 'route', edge.destination];
  const { value, lines } = copyEntry(fromResource, place);
  const meaning = (entry: FieldMap, path: readonly (string | number)[]) =>
    keepMeaning(snapshot, entry, path, from.namespace, to.namespace);
  if (chosen === null) {
    const path = ['spec', 'http'];
    const routes = valueAt(toResource.value, path);
    const route = { route: [value] };
    return success(
      Array.isArray(routes)
        ? [
            { kind: 'insert', path, index: routes.length, value: route },
            ...meaning(route, [...path, routes.length]),
          ]
        : [{ kind: 'set', path, value: [route] }, ...meaning(route, [...path, 0])],
    );
  }
  const host = resolveHost(edge.host, from.namespace, snapshot.assumptions);
  const target = { host, subset: edge.subset, port: edge.port };
  if (leadsTo(snapshot, to, chosen.route, target)) {
    return refuse(`That route of ${to.name} leads to ${edge.host} already.`);
  }
  const { headers, ...plain } = value;
  // Only http routes can change headers.
  const isKept = headers === undefined || chosen.protocol === 'http';
  const entry = isKept ? { item: value, lines } : { item: plain };
  const path = ['spec', chosen.protocol, chosen.route.index, 'route'];
  const list = valueAt(toResource.value, path);
  const index = Array.isArray(list) ? list.length : 0;
  return success([
    ...addDestination(toResource, chosen, entry),
    ...meaning(entry.item, [...path, index]),
  ]);
}

/** What belongs to `mirror`, and means nothing without it. */
const PERCENTAGES = ['mirrorPercentage', 'mirrorPercent', 'mirror_percent'];

function addMirror(
  { snapshot, edge, from, to, fromResource, toResource }: DestinationMove,
  chosen: ChosenRoute | null,
): Result<readonly FieldOperation[]> {
  if (chosen === null || !('mirrors' in chosen.route)) {
    return refuse(`Only http routes can mirror requests. Choose an http route of ${to.name}.`);
  }
  const { mirrors, index } = chosen.route;
  if (mirrors.some((mirror) => mirror.index < 0)) {
    return refuse(
      `That route of ${to.name} has a mirror already. Several mirrors need the list "mirrors": write it in the YAML.`,
    );
  }
  const path = ['spec', 'http', index];
  const isSingle = edge.destination < 0;
  const meaning = (entry: FieldMap, at: readonly (string | number)[]) =>
    keepMeaning(snapshot, entry, at, from.namespace, to.namespace);
  if (isSingle && mirrors.length === 0) {
    const { value: route } = copyEntry(fromResource, ['spec', 'http', edge.route]);
    const fields = ['mirror', ...PERCENTAGES].filter((name) => route[name] !== undefined);
    const sets = fields.map((name): FieldOperation => {
      return { kind: 'set', path: [...path, name], value: route[name] ?? null };
    });
    return success([...sets, ...meaning({ mirror: route.mirror ?? null }, path)]);
  }
  const list = [...path, 'mirrors'];
  const entry = mirrorEntry(fromResource, edge);
  const at = valueAt(toResource.value, list);
  const place = Array.isArray(at) ? at.length : 0;
  return success([
    { kind: 'insert', path: list, index: place, ...entry },
    ...meaning(entry.value, [...list, place]),
  ]);
}

/** A mirror as an entry of `mirrors`. */
function mirrorEntry(
  resource: Resource,
  { route, destination }: RoutesEdge,
): { readonly value: FieldMap; readonly lines?: readonly string[] } {
  const path = ['spec', 'http', route];
  if (destination >= 0) {
    const { value, lines } = copyEntry(resource, [...path, 'mirrors', destination]);
    return lines === undefined ? { value } : { value, lines };
  }
  const { value } = copyEntry(resource, path);
  const whole = value.mirrorPercent ?? value.mirror_percent;
  const percentage: FieldValue | undefined =
    value.mirrorPercentage ?? (whole === undefined ? undefined : { value: whole });
  const entry = { destination: value.mirror ?? null };
  return { value: percentage === undefined ? entry : { ...entry, percentage } };
}
