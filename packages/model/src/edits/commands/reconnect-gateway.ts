import type { FieldPath } from '../../documents/field-path.ts';
import type { BindsEdge, GatewayNode, VirtualServiceNode } from '../../graph/topology.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { edgesOf, findTopologyNode } from '../../snapshot-lookup.ts';
import { type FieldOperation, valueAt } from '../fields/field-operation.ts';
import { GATEWAY_NAME } from '../references/gateway-name-form.ts';
import { type Result, refuse, success } from '../result.ts';
import { connectGateway, hostChanges } from './connect-gateway.ts';
import { editableResource } from './connection.ts';
import { consequencesOf, removeEdges } from './edge-removal.ts';
import type { Reconnection } from './reconnection.ts';

const NOT_HERE = 'This connection follows from something that cannot be moved here.';

/** The VirtualService names another Gateway in the place of this one, in match blocks too. */
export function reconnectGateway(
  snapshot: Snapshot,
  edge: BindsEdge,
  gateway: GatewayNode,
): Result<Reconnection> {
  const target = findTopologyNode(snapshot, edge.target);
  if (target?.kind !== 'VirtualService') {
    return refuse(NOT_HERE);
  }
  const found = editableResource(snapshot, target);
  if (!found.ok) {
    return found;
  }
  const isThere = edgesOf(snapshot, target.id).some(
    ({ kind, source }) => kind === 'binds' && source === gateway.id,
  );
  if (isThere) {
    return refuse(`${target.name} is on the Gateway ${gateway.name} already.`);
  }
  const resource = found.value;
  const names = gatewayLists(resource).flatMap((path) =>
    replaceGateway(snapshot, resource, path, edge.source, gateway),
  );
  if (names.length === 0) {
    return refuse(NOT_HERE);
  }
  const hosts = hostChanges(snapshot, gateway, target, resource);
  if (!hosts.ok) {
    return hosts;
  }
  const changes = names.map((operation) => ({ resource, operation }));
  return success({ changes: [...changes, ...hosts.value], reveal: target.id });
}

/** Another VirtualService names the Gateway, and this one no more. */
export function moveBinding(
  snapshot: Snapshot,
  edge: BindsEdge,
  target: VirtualServiceNode,
): Result<Reconnection> {
  const gateway = findTopologyNode(snapshot, edge.source);
  const removal = removeEdges(snapshot, [edge]);
  if (gateway?.kind !== 'Gateway' || removal.changes.length === 0) {
    return refuse(NOT_HERE);
  }
  const connection = connectGateway(snapshot, gateway, target);
  return connection.ok
    ? success({
        ...connection.value,
        changes: [...removal.changes, ...connection.value.changes],
        consequences: consequencesOf(removal),
      })
    : connection;
}

/** Every list of Gateway names: that of the VirtualService, and those of its match blocks. */
function gatewayLists(resource: Resource): readonly FieldPath[] {
  const lists: FieldPath[] = [['spec', 'gateways']];
  for (const protocol of ['http', 'tls', 'tcp']) {
    for (const route of indexesOf(resource, ['spec', protocol])) {
      const matches = ['spec', protocol, route, 'match'];
      lists.push(
        ...indexesOf(resource, matches).map((match) => [...matches, match, 'gateways'] as const),
      );
    }
  }
  return lists;
}

/** The first entry for the old Gateway gets the name of the new one, in its form; others go. */
function replaceGateway(
  snapshot: Snapshot,
  resource: Resource,
  list: FieldPath,
  old: string,
  target: GatewayNode,
): readonly FieldOperation[] {
  const reader = { snapshot, resource, namespace: resource.namespace };
  const entries = indexesOf(resource, list).map((index) => {
    const path = [...list, index];
    const text = valueAt(resource.value, path);
    return { path, text, id: GATEWAY_NAME.resolve(text, reader) };
  });
  const [first, ...others] = entries.filter(({ id }) => id === old);
  if (first === undefined) {
    return [];
  }
  const removals = others.toReversed().map(({ path }) => ({ kind: 'remove', path }) as const);
  if (entries.some(({ id }) => id === target.id)) {
    return [...removals, { kind: 'remove', path: first.path }];
  }
  const value = GATEWAY_NAME.rewrite(first.text, reader, target);
  return [...removals, { kind: 'set', path: first.path, value }];
}

function indexesOf(resource: Resource, path: FieldPath): readonly number[] {
  const list = valueAt(resource.value, path);
  return Array.isArray(list) ? list.map((_, index) => index) : [];
}
