import type {
  EdgeKind,
  ExposesEdge,
  GatewayNode,
  LoadBalancerNode,
  NodeKind,
  TopologyEdge,
  TopologyNode,
} from '../../graph/topology.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findEdge, findTopologyNode } from '../../snapshot-lookup.ts';
import type { EditCommand } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import { type Result, refuse, success } from '../result.ts';
import { connectLoadBalancer } from './connect-load-balancer.ts';
import { detachGateway } from './detach-gateway.ts';
import { moveDestination } from './move-destination.ts';
import { moveDelegation, reconnectDelegate } from './reconnect-delegate.ts';
import { reconnectDestination } from './reconnect-destination.ts';
import { moveBinding, reconnectGateway } from './reconnect-gateway.ts';
import type { Reconnection, Reconnector } from './reconnection.ts';

type ReconnectCommand = Extract<EditCommand, { readonly kind: 'reconnect' }>;
type End = ReconnectCommand['end'];

/** What can be at the ends of an edge. */
const KINDS: Readonly<Record<EdgeKind, Readonly<Record<End, readonly NodeKind[]>>>> = {
  exposes: { source: ['LoadBalancer'], target: ['Gateway'] },
  binds: { source: ['Gateway'], target: ['VirtualService'] },
  routes: { source: ['VirtualService'], target: ['Service', 'ServiceEntry'] },
  delegates: { source: ['VirtualService'], target: ['VirtualService'] },
};

type Reconnectors = Readonly<Record<EdgeKind, Readonly<Record<End, Reconnector<never, never>>>>>;

const RECONNECTORS: Reconnectors = {
  exposes: { source: exposeElsewhere, target: exposeOther },
  binds: { source: reconnectGateway, target: moveBinding },
  routes: { source: moveDestination, target: reconnectDestination },
  delegates: { source: moveDelegation, target: reconnectDelegate },
};

/** Moves one end of an edge; where it ends there already, nothing is written. */
export function planReconnect(snapshot: Snapshot, command: ReconnectCommand): PlanResult {
  const judged = judgeReconnection(snapshot, command);
  if (!judged.ok) {
    return judged;
  }
  const { changes, reveal, consequences = '' } = judged.value;
  const draft = createEditDraft(snapshot);
  draft.changeAll(changes);
  return draft.finish({ label: labelOf(snapshot, command) + consequences, reveal });
}

/**
 * Whether an end of an edge can be moved there, and if not, why; `isMoved` is false where it ends
 * there already. Cheap enough to ask while dragging.
 */
export function checkReconnection(
  snapshot: Snapshot,
  command: Omit<ReconnectCommand, 'kind'>,
):
  | { readonly ok: true; readonly isMoved: boolean }
  | { readonly ok: false; readonly reason: string } {
  const judged = judgeReconnection(snapshot, command);
  return judged.ok ? { ok: true, isMoved: judged.value.changes.length > 0 } : judged;
}

function judgeReconnection(
  snapshot: Snapshot,
  command: Omit<ReconnectCommand, 'kind'>,
): Result<Reconnection> {
  const edge = findEdge(snapshot, command.edge);
  const node = findTopologyNode(snapshot, command.node);
  if (edge === undefined || node === undefined) {
    return refuse('This connection, or where it should lead, is not there any more.');
  }
  if (edge.stale) {
    return refuse(
      'The YAML that makes this connection has a mistake. Correct it first, then it can be moved here.',
    );
  }
  if (node.id === edge[command.end] && edge.kind !== 'routes') {
    return success({ changes: [], reveal: edge.source });
  }
  const kinds = KINDS[edge.kind][command.end];
  if (!kinds.includes(node.kind) && node.id !== edge[command.end]) {
    return refuse(whyNotKind(command.end, kinds, node));
  }
  const reconnect = RECONNECTORS[edge.kind][command.end] as Reconnector<TopologyEdge, TopologyNode>;
  return reconnect(snapshot, edge, node, command);
}

function whyNotKind(end: End, kinds: readonly NodeKind[], { kind, name }: TopologyNode): string {
  const verb = end === 'source' ? 'starts at' : 'ends at';
  return `This connection ${verb} a ${kinds.join(' or a ')}, and ${name} is a ${kind}. Draw a new line for another kind of connection.`;
}

/** The Gateway gets the selector of another Service. */
function exposeElsewhere(
  snapshot: Snapshot,
  edge: ExposesEdge,
  source: LoadBalancerNode,
): Result<Reconnection> {
  const gateway = findTopologyNode(snapshot, edge.target);
  return gateway?.kind === 'Gateway'
    ? connectLoadBalancer(snapshot, source, gateway)
    : refuse('The Gateway of this connection is not there any more.');
}

/** Another Gateway gets the selector of the Service, and the old one a selector that picks no pods. */
function exposeOther(
  snapshot: Snapshot,
  edge: ExposesEdge,
  target: GatewayNode,
): Result<Reconnection> {
  const service = findTopologyNode(snapshot, edge.source);
  if (service?.kind !== 'LoadBalancer') {
    return refuse('The Service of this connection is not there any more.');
  }
  const connection = connectLoadBalancer(snapshot, service, target);
  if (!connection.ok) {
    return connection;
  }
  const detached = detachGateway(snapshot, edge);
  if (!detached.ok) {
    return detached;
  }
  return success({
    ...connection.value,
    changes: [...connection.value.changes, ...detached.value.changes],
    consequences: ` (selector ${detached.value.selector} of ${nameOf(edge.target)} picks no pods)`,
  });
}

function labelOf(
  snapshot: Snapshot,
  { edge: id, end, node, route, port }: ReconnectCommand,
): string {
  const edge = findEdge(snapshot, id);
  if (edge === undefined) {
    return 'Reconnect';
  }
  const [fixed, moved] = end === 'source' ? [edge.target, edge.source] : [edge.source, edge.target];
  const to = nameOf(node);
  if (node !== moved) {
    return `Reconnect ${nameOf(fixed)} to ${to} instead of ${nameOf(moved)}`;
  }
  const part = route === undefined ? `port ${port}` : `${route.protocol} route ${route.index + 1}`;
  return `Reconnect ${nameOf(fixed)} to ${part} of ${to}`;
}

function nameOf(id: string): string {
  return id.split('/').slice(2).join('/');
}
