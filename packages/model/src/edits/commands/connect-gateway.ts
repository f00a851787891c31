import type { GatewayNode, VirtualServiceNode } from '../../graph/topology.ts';
import {
  findServiceName,
  intersectHosts,
  resolveHost,
  serverHostsFor,
} from '../../resources/host-name.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { edgesOf } from '../../snapshot-lookup.ts';
import type { FieldValue } from '../edit-command.ts';
import type { ResourceChange } from '../edit-draft.ts';
import { valueAt } from '../fields/field-operation.ts';
import { type Result, refuse, success } from '../result.ts';
import { type Connection, editableResource } from './connection.ts';

/** Gateway → VirtualService: the VirtualService names the Gateway, and they get a host in common. */
export function connectGateway(
  snapshot: Snapshot,
  source: GatewayNode,
  target: VirtualServiceNode,
): Result<Connection> {
  const found = editableResource(snapshot, target);
  if (!found.ok) {
    return found;
  }
  const resource = found.value;
  const edges = edgesOf(snapshot, target.id);
  const edge = edges.find((one) => one.kind === 'binds' && one.source === source.id);
  if (edge !== undefined && edge.broken === null) {
    return refuse(`${target.name} is on the Gateway ${source.name} already.`);
  }
  const isDelegate = edges.some((one) => one.kind === 'delegates' && one.target === target.id);
  if (isDelegate && target.hosts.length === 0) {
    return refuse(
      `${target.name} is a delegate: it gets its requests from the VirtualService that names it, and must have neither hosts nor gateways. Connect the Gateway to that one.`,
    );
  }
  const hosts = hostChanges(snapshot, source, target, resource);
  if (!hosts.ok) {
    return hosts;
  }
  const names = edge === undefined ? gatewayChanges(snapshot, source, target, resource) : [];
  return success({ changes: [...names, ...hosts.value], reveal: target.id });
}

function gatewayChanges(
  snapshot: Snapshot,
  source: GatewayNode,
  target: VirtualServiceNode,
  resource: Resource,
): readonly ResourceChange[] {
  const path = ['spec', 'gateways'];
  const text = gatewayText(source, target);
  const list = valueAt(resource.value, path);
  if (Array.isArray(list) && list.length > 0) {
    const operation = { kind: 'insert', path, index: list.length, value: text } as const;
    return [{ resource, operation }];
  }
  // Without gateways it was for the mesh; it stays so where its hosts are names of the mesh.
  const isForMesh = target.hosts.some((host) => isMeshHost(snapshot, host, target.namespace));
  const value: FieldValue = isForMesh ? ['mesh', text] : [text];
  return [{ resource, operation: { kind: 'set', path, value } }];
}

/** The name alone in the same namespace, unless the others there are written with their namespace. */
function gatewayText(source: GatewayNode, target: VirtualServiceNode): string {
  const others = (target.gateways ?? []).filter((text) => text !== 'mesh');
  const areQualified = others.length > 0 && others.every((text) => text.includes('/'));
  const isShort =
    source.namespace === target.namespace && !areQualified && !source.name.includes('.');
  return isShort ? source.name : `${source.namespace}/${source.name}`;
}

function isMeshHost(
  { assumptions, resources }: Snapshot,
  host: string,
  namespace: string,
): boolean {
  if (host === '*' || host === '') {
    return false;
  }
  const resolved = resolveHost(host, namespace, assumptions);
  return (
    findServiceName(resolved, assumptions) !== null ||
    resources.some(
      ({ details }) => details.type === 'ServiceEntry' && details.hosts.includes(resolved),
    )
  );
}

/** What has to be written so that a Gateway and a VirtualService have a host in common. */
export function hostChanges(
  snapshot: Snapshot,
  source: GatewayNode,
  target: VirtualServiceNode,
  resource: Resource,
): Result<readonly ResourceChange[]> {
  const { servers, namespace } = source;
  const resolved = target.hosts.map((host) =>
    resolveHost(host, target.namespace, snapshot.assumptions),
  );
  const usable = servers.flatMap(({ hosts }) => serverHostsFor(hosts, namespace, target.namespace));
  if (source.resourceId === null || intersectHosts(usable, resolved).length > 0) {
    return success([]);
  }
  const own = target.hosts.find((host) => !isMeshHost(snapshot, host, target.namespace));
  const [offered] = usable;
  if (own === undefined && offered !== undefined) {
    return success([addHost(resource, ['spec', 'hosts'], offered)]);
  }
  const gateway = editableResource(snapshot, source);
  if (!gateway.ok) {
    return gateway;
  }
  const server = servers.find(({ protocol }) => protocol.toUpperCase() === 'HTTP') ?? servers[0];
  if (server === undefined) {
    return refuse(
      `The Gateway ${source.name} has no server, so it listens on nothing. Add a server to it first.`,
    );
  }
  if (own === undefined) {
    return refuse(
      `${target.name} has no host that the Gateway ${source.name} could be asked for. Give the VirtualService a host first.`,
    );
  }
  // Where the servers are kept to some namespaces, the host is added for this one.
  const isRestricted = server.hosts.some((host) => host.includes('/'));
  const host = isRestricted ? `${target.namespace}/${own}` : own;
  return success([addHost(gateway.value, ['spec', 'servers', server.index, 'hosts'], host)]);
}

function addHost(
  resource: Resource,
  path: readonly (string | number)[],
  host: string,
): ResourceChange {
  const list = valueAt(resource.value, path);
  return Array.isArray(list)
    ? { resource, operation: { kind: 'insert', path, index: list.length, value: host } }
    : { resource, operation: { kind: 'set', path, value: [host] } };
}
