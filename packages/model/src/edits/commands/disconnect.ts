import type { ExposesEdge, TopologyEdge } from '../../graph/topology.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findEdge } from '../../snapshot-lookup.ts';
import type { EditCommand } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import { refuse } from '../result.ts';
import { detachGateway } from './detach-gateway.ts';
import { consequencesOf, removeEdges } from './edge-removal.ts';

/** Takes away what makes an edge. */
export function planDisconnect(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'disconnect' }>,
): PlanResult {
  const edge = findEdge(snapshot, command.edge);
  if (edge === undefined) {
    return refuse('This connection is not there any more.');
  }
  if (edge.stale) {
    return refuse(
      'The YAML that makes this connection has a mistake. Correct it first, then it can be disconnected here.',
    );
  }
  return edge.kind === 'exposes' ? disconnectGateway(snapshot, edge) : removeOne(snapshot, edge);
}

function removeOne(snapshot: Snapshot, edge: Exclude<TopologyEdge, ExposesEdge>): PlanResult {
  const removal = removeEdges(snapshot, [edge]);
  if (removal.changes.length === 0) {
    return refuse('This connection follows from something that cannot be taken away here.');
  }
  const draft = createEditDraft(snapshot);
  draft.changeAll(removal.changes);
  const label = `Disconnect ${nameOf(edge.source)} from ${nameOf(edge.target)}`;
  return draft.finish({
    label: label + consequencesOf(removal),
    reveal: edge.kind === 'binds' ? edge.target : edge.source,
  });
}

function disconnectGateway(snapshot: Snapshot, edge: ExposesEdge): PlanResult {
  const detached = detachGateway(snapshot, edge);
  if (!detached.ok) {
    return detached;
  }
  const draft = createEditDraft(snapshot);
  draft.changeAll(detached.value.changes);
  return draft.finish({
    label: `Disconnect ${nameOf(edge.source)} from ${nameOf(edge.target)} (selector ${detached.value.selector} picks no pods)`,
    reveal: edge.target,
  });
}

function nameOf(id: string): string {
  return id.split('/').slice(2).join('/');
}
