import type { DelegatesEdge, VirtualServiceNode } from '../../graph/topology.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findTopologyNode } from '../../snapshot-lookup.ts';
import { valueAt } from '../fields/field-operation.ts';
import { DELEGATE } from '../references/reference-forms.ts';
import { type Result, refuse, success } from '../result.ts';
import { indexOfNewRoute, whyNotDelegate } from './connect-delegate.ts';
import { editableResource } from './connection.ts';
import { consequencesOf, removeEdges } from './edge-removal.ts';
import { copyEntry, keepMeaning } from './moved-entry.ts';
import type { Reconnection } from './reconnection.ts';

/** The route leaves its requests to another VirtualService. */
export function reconnectDelegate(
  snapshot: Snapshot,
  edge: DelegatesEdge,
  target: VirtualServiceNode,
): Result<Reconnection> {
  const root = findTopologyNode(snapshot, edge.source);
  if (root?.kind !== 'VirtualService') {
    return refuse('The route of this connection is not there any more.');
  }
  const found = editableResource(snapshot, root);
  if (!found.ok) {
    return found;
  }
  const reason = whyNotDelegate(snapshot, root, target);
  if (reason !== null) {
    return refuse(reason);
  }
  const resource = found.value;
  const path = ['spec', 'http', edge.route, 'delegate'];
  const reader = { snapshot, resource, namespace: root.namespace };
  const value = DELEGATE.rewrite(valueAt(resource.value, path), reader, target);
  const changes = [{ resource, operation: { kind: 'set', path, value } as const }];
  return success({ changes, reveal: root.id });
}

/** The whole route that delegates goes to another VirtualService. */
export function moveDelegation(
  snapshot: Snapshot,
  edge: DelegatesEdge,
  root: VirtualServiceNode,
): Result<Reconnection> {
  const old = findTopologyNode(snapshot, edge.source);
  const target = findTopologyNode(snapshot, edge.target);
  if (old?.kind !== 'VirtualService' || target?.kind !== 'VirtualService') {
    return refuse('The route of this connection is not there any more.');
  }
  const reason = whyNotDelegate(snapshot, root, target);
  if (reason !== null) {
    return refuse(reason);
  }
  const from = editableResource(snapshot, old);
  if (!from.ok) {
    return from;
  }
  const to = editableResource(snapshot, root);
  if (!to.ok) {
    return to;
  }
  const list = ['spec', 'http'];
  const { value, lines } = copyEntry(from.value, [...list, edge.route]);
  const routes = valueAt(to.value.value, list);
  const index = Array.isArray(routes) ? indexOfNewRoute(root, routes.length) : 0;
  const added =
    Array.isArray(routes) && routes.length > 0
      ? ({ kind: 'insert', path: list, index, value, lines } as const)
      : ({ kind: 'set', path: list, value: [value] } as const);
  const names = keepMeaning(snapshot, value, [...list, index], old.namespace, root.namespace);
  const removal = removeEdges(snapshot, [edge]);
  return success({
    changes: [
      ...[added, ...names].map((operation) => ({ resource: to.value, operation })),
      ...removal.changes,
    ],
    reveal: root.id,
    consequences: consequencesOf(removal),
  });
}
