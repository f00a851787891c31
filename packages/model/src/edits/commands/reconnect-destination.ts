import type { FieldPath } from '../../documents/field-path.ts';
import type { RoutesEdge, VirtualServiceNode } from '../../graph/topology.ts';
import { resolveHost, serviceHost } from '../../resources/host-name.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findTopologyNode } from '../../snapshot-lookup.ts';
import type { FieldOperation } from '../fields/field-operation.ts';
import { type Result, refuse, success } from '../result.ts';
import { type ConnectOptions, editableResource } from './connection.ts';
import type { Reconnection } from './reconnection.ts';
import { type DestinationNode, hostFor, leadsTo, portNumbers } from './route-destinations.ts';

/** What a destination leads to. */
interface DestinationTarget {
  readonly host: string;
  readonly port: number | null;
  readonly subset: string | null;
}

/** The destination or mirror leads to another host or port; its weight and other fields stay. */
export function reconnectDestination(
  snapshot: Snapshot,
  edge: RoutesEdge,
  target: DestinationNode,
  options: ConnectOptions,
): Result<Reconnection> {
  const source = findTopologyNode(snapshot, edge.source);
  if (source?.kind !== 'VirtualService') {
    return refuse('The route of this connection is not there any more.');
  }
  const resource = editableResource(snapshot, source);
  if (!resource.ok) {
    return resource;
  }
  const wanted = targetInPlace(snapshot, edge, source, target, options);
  if (!wanted.ok) {
    return wanted;
  }
  const operations = operationsFor(edge, wanted.value);
  if (operations.length > 0 && isTaken(snapshot, edge, source, wanted.value)) {
    return refuse(`This route of ${source.name} leads to ${wanted.value.host} already.`);
  }
  const changes = operations.map((operation) => ({ resource: resource.value, operation }));
  return success({ changes, reveal: source.id });
}

function targetInPlace(
  snapshot: Snapshot,
  edge: RoutesEdge,
  source: VirtualServiceNode,
  target: DestinationNode,
  options: ConnectOptions,
): Result<DestinationTarget> {
  const isSame = target.id === edge.target;
  const host = isSame ? success(edge.host) : hostInPlace(snapshot, edge, source, target);
  if (!host.ok) {
    return host;
  }
  const port = portInPlace(edge, target, options);
  if (!port.ok) {
    return port;
  }
  const keepsSubset = isSame || target.subsets.some(({ name }) => name === edge.subset);
  return success({
    host: host.value,
    port: port.value,
    subset: keepsSubset ? edge.subset : null,
  });
}

/** A short name stays short where it is right. */
function hostInPlace(
  snapshot: Snapshot,
  edge: RoutesEdge,
  source: VirtualServiceNode,
  target: DestinationNode,
): Result<string> {
  const host = hostFor(snapshot, source, target);
  const { assumptions } = snapshot;
  const full = serviceHost(target.name, target.namespace, assumptions);
  if (!host.ok || resolveHost(host.value, source.namespace, assumptions) !== full) {
    return host;
  }
  const isShort = !edge.host.includes('.') && target.namespace === source.namespace;
  return success(isShort ? target.name : full);
}

/** The port of the destination stays where the target has it too; it is written where it has to be, or was. */
function portInPlace(
  edge: RoutesEdge,
  target: DestinationNode,
  { port: asked }: ConnectOptions,
): Result<number | null> {
  const numbers = portNumbers(target);
  if (asked !== undefined && !numbers.includes(asked)) {
    return refuse(`${target.name} has no port ${asked}. It has ${numbers.join(', ') || 'none'}.`);
  }
  const isKept = edge.target === target.id || numbers.includes(edge.port ?? -1);
  if (numbers.length === 0 || (asked === undefined && isKept)) {
    return success(edge.port);
  }
  const isNeeded = numbers.length > 1 || edge.port !== null;
  return success(isNeeded ? (asked ?? numbers[0] ?? null) : null);
}

function isTaken(
  snapshot: Snapshot,
  edge: RoutesEdge,
  source: VirtualServiceNode,
  { host, ...place }: DestinationTarget,
): boolean {
  const route = source[edge.protocol].find(({ index }) => index === edge.route);
  if (edge.mirror || route === undefined) {
    return false;
  }
  const destinations = route.destinations.filter(({ index }) => index !== edge.destination);
  const fqdn = resolveHost(host, source.namespace, snapshot.assumptions);
  return leadsTo(snapshot, source, { ...route, destinations }, { ...place, host: fqdn });
}

function operationsFor(edge: RoutesEdge, wanted: DestinationTarget): readonly FieldOperation[] {
  const path = targetPath(edge);
  const operations: FieldOperation[] = [];
  if (wanted.host !== edge.host) {
    operations.push({ kind: 'set', path: [...path, 'host'], value: wanted.host });
  }
  if (wanted.port !== edge.port && wanted.port !== null) {
    operations.push({ kind: 'set', path: [...path, 'port', 'number'], value: wanted.port });
  }
  if (wanted.subset !== edge.subset) {
    operations.push({ kind: 'remove', path: [...path, 'subset'] });
  }
  return operations;
}

/** The mapping that holds host, port and subset. */
function targetPath({ origins, mirror, destination }: RoutesEdge): FieldPath {
  const path = origins[0]?.path ?? [];
  return mirror && destination < 0 ? path : [...path, 'destination'];
}
