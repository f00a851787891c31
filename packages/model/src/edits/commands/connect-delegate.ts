import type { VirtualServiceNode } from '../../graph/topology.ts';
import type { Snapshot } from '../../snapshot.ts';
import { edgesOf } from '../../snapshot-lookup.ts';
import type { FieldValue } from '../edit-command.ts';
import { valueAt } from '../fields/field-operation.ts';
import { type Result, refuse, success } from '../result.ts';
import { type Connection, editableResource } from './connection.ts';

/** VirtualService → VirtualService: a new http route leaves its routing to the target. */
export function connectDelegate(
  snapshot: Snapshot,
  source: VirtualServiceNode,
  target: VirtualServiceNode,
): Result<Connection> {
  const found = editableResource(snapshot, source);
  if (!found.ok) {
    return found;
  }
  const resource = found.value;
  const reason = whyNotDelegate(snapshot, source, target);
  if (reason !== null) {
    return refuse(reason);
  }
  const delegate: FieldValue =
    source.namespace === target.namespace
      ? { name: target.name }
      : { name: target.name, namespace: target.namespace };
  const path = ['spec', 'http'];
  const routes = valueAt(resource.value, path);
  if (!Array.isArray(routes) || routes.length === 0) {
    const operation = { kind: 'set', path, value: [{ delegate }] } as const;
    return success({ changes: [{ resource, operation }], reveal: source.id });
  }
  const value: FieldValue = { match: [{ uri: { prefix: `/${target.name}` } }], delegate };
  const index = indexOfNewRoute(source, routes.length);
  const operation = { kind: 'insert', path, index, value } as const;
  return success({ changes: [{ resource, operation }], reveal: source.id });
}

/** The first route that matches wins, so a new one stands before one that takes everything, else at the end. */
export function indexOfNewRoute({ http }: VirtualServiceNode, end: number): number {
  return http.find(({ matches }) => matches.length === 0)?.index ?? end;
}

/** Why one VirtualService cannot leave requests to the other; null where it can. */
export function whyNotDelegate(
  snapshot: Snapshot,
  source: VirtualServiceNode,
  target: VirtualServiceNode,
): string | null {
  const incoming = edgesOf(snapshot, source.id);
  if (edgesOf(snapshot, target.id).some((edge) => isDelegation(edge, source.id, target.id))) {
    return `${source.name} delegates to ${target.name} already.`;
  }
  if (target.hosts.length > 0) {
    return `${target.name} has hosts of its own, so it cannot be a delegate: a delegate gets its requests from the VirtualService that names it. Remove its hosts and gateways first.`;
  }
  if ((target.gateways?.length ?? 0) > 0) {
    return `${target.name} names gateways, so it cannot be a delegate: a delegate is on the gateways of the VirtualService that names it. Remove its gateways first.`;
  }
  const isDelegateItself =
    source.hosts.length === 0 ||
    incoming.some((edge) => edge.kind === 'delegates' && edge.target === source.id);
  if (isDelegateItself) {
    return `${source.name} is a delegate itself, and a delegate cannot delegate further. Connect from the VirtualService that has the hosts.`;
  }
  return target.http.some((route) => route.delegate !== null)
    ? `${target.name} delegates further, and Istio allows one step only.`
    : null;
}

function isDelegation(
  edge: { readonly kind: string; readonly source: string; readonly target: string },
  source: string,
  target: string,
): boolean {
  return edge.kind === 'delegates' && edge.source === source && edge.target === target;
}
