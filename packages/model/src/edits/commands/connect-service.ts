import type { VirtualServiceNode } from '../../graph/topology.ts';
import { resolveHost } from '../../resources/host-name.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { FieldValue } from '../edit-command.ts';
import type { FieldOperation } from '../fields/field-operation.ts';
import { valueAt } from '../fields/field-operation.ts';
import { type Result, refuse, success } from '../result.ts';
import { type Connection, type ConnectOptions, editableResource } from './connection.ts';
import {
  addDestination,
  type ChosenRoute,
  chooseRoute,
  type DestinationNode,
  hostFor,
  leadsTo,
  portNumbers,
} from './route-destinations.ts';

type FieldMap = { readonly [key: string]: FieldValue };

/** VirtualService → Service or ServiceEntry: a route gets one more destination. */
export function connectService(
  snapshot: Snapshot,
  source: VirtualServiceNode,
  target: DestinationNode,
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

/** A port is written where the target has several, where one is asked for, or where those beside it have one. */
function portFor(
  target: DestinationNode,
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

function toOperations(
  snapshot: Snapshot,
  source: VirtualServiceNode,
  resource: Resource,
  chosen: ChosenRoute | null,
  destination: FieldMap,
): Result<readonly FieldOperation[]> {
  const { assumptions } = snapshot;
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
  const host = resolveHost(String(destination.host), source.namespace, assumptions);
  const port = valueAt(destination, ['port', 'number']);
  const place = { host, subset: null, port: typeof port === 'number' ? port : null };
  return leadsTo(snapshot, source, chosen.route, place)
    ? refuse(`This route of ${source.name} leads to ${String(destination.host)} already.`)
    : success(addDestination(resource, chosen, { item: { destination } }));
}
