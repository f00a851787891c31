import type { NodeId, NodeKind, TopologyNode } from '../../graph/topology.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findTopologyNode } from '../../snapshot-lookup.ts';
import type { EditCommand } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import { type Result, refuse } from '../result.ts';
import { connectDelegate } from './connect-delegate.ts';
import { connectGateway } from './connect-gateway.ts';
import { connectLoadBalancer } from './connect-load-balancer.ts';
import { connectService } from './connect-service.ts';
import type { Connection, ConnectOptions, Connector } from './connection.ts';

/** The connections that there are; every other pair is refused with what leads further. */
const CONNECTORS: ReadonlyMap<string, Connector<never, never>> = new Map<
  string,
  Connector<never, never>
>([
  ['LoadBalancer>Gateway', connectLoadBalancer],
  ['Gateway>VirtualService', connectGateway],
  ['VirtualService>Service', connectService],
  ['VirtualService>ServiceEntry', connectService],
  ['VirtualService>VirtualService', connectDelegate],
]);

/** Writes what connects two nodes. */
export function planConnect(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'connect' }>,
): PlanResult {
  const connection = judgeConnection(snapshot, command.source, command.target, command);
  if (!connection.ok) {
    return connection;
  }
  const { changes, reveal } = connection.value;
  const draft = createEditDraft(snapshot);
  draft.changeAll(changes);
  return draft.finish({
    label: `Connect ${nameOf(command.source)} to ${nameOf(command.target)}`,
    reveal,
  });
}

/**
 * Whether two nodes can be connected, from the route and to the port that are meant, and if not,
 * why. Cheap enough to ask while dragging.
 */
export function checkConnection(
  snapshot: Snapshot,
  source: NodeId,
  target: NodeId,
  options: ConnectOptions = {},
): { readonly ok: true } | { readonly ok: false; readonly reason: string } {
  const connection = judgeConnection(snapshot, source, target, options);
  return connection.ok ? { ok: true } : connection;
}

function judgeConnection(
  snapshot: Snapshot,
  sourceId: NodeId,
  targetId: NodeId,
  options: ConnectOptions,
): Result<Connection> {
  const source = findTopologyNode(snapshot, sourceId);
  const target = findTopologyNode(snapshot, targetId);
  if (source === undefined || target === undefined) {
    return refuse('One of the two is not there any more.');
  }
  if (sourceId === targetId) {
    return refuse(`${source.name} cannot be connected to itself.`);
  }
  const connect = CONNECTORS.get(`${source.kind}>${target.kind}`) as
    | Connector<TopologyNode, TopologyNode>
    | undefined;
  return connect === undefined
    ? refuse(whyNotConnected(source.kind, target.kind))
    : connect(snapshot, source, target, options);
}

const ORDER: readonly NodeKind[] = ['LoadBalancer', 'Gateway', 'VirtualService', 'Service'];

function whyNotConnected(source: NodeKind, target: NodeKind): string {
  const from = ORDER.indexOf(source === 'ServiceEntry' ? 'Service' : source);
  const to = ORDER.indexOf(target === 'ServiceEntry' ? 'Service' : target);
  const chain = 'Traffic goes from a LoadBalancer to a Gateway, a VirtualService and a Service';
  if (from === to + 1) {
    return `${chain}: connect the other way round.`;
  }
  if (from >= to) {
    return `${chain}: a ${source} does not lead to a ${target}.`;
  }
  const between = ORDER.slice(from + 1, to).join(' and a ');
  return `${chain}: between a ${source} and a ${target} there has to be a ${between}.`;
}

function nameOf(id: NodeId): string {
  return id.split('/').slice(2).join('/');
}
