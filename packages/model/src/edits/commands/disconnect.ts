import type { ExposesEdge, TopologyEdge } from '../../graph/topology.ts';
import { matchesSelector } from '../../resources/match-selector.ts';
import type { Labels } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findEdge, findResource, findTopologyNode } from '../../snapshot-lookup.ts';
import type { EditCommand } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import { refuse } from '../result.ts';
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

/**
 * A Gateway without selector is for every gateway, so taking the selector away would not disconnect.
 * It gets one instead that picks no pods.
 */
function disconnectGateway(snapshot: Snapshot, edge: ExposesEdge): PlanResult {
  const gateway = findResource(snapshot, edge.target);
  const node = findTopologyNode(snapshot, edge.target);
  if (gateway === undefined || node?.kind !== 'Gateway') {
    return refuse('This Gateway is not in the text, so it has no selector to change.');
  }
  const selector = unusedSelector(snapshot, node.selector);
  const draft = createEditDraft(snapshot);
  draft.change(gateway, [{ kind: 'set', path: ['spec', 'selector'], value: selector }]);
  const pair = Object.entries(selector).map(([key, value]) => `${key}: ${value}`);
  return draft.finish({
    label: `Disconnect ${nameOf(edge.source)} from ${gateway.name} (selector ${pair.join(', ')} picks no pods)`,
    reveal: edge.target,
  });
}

/** A selector of one label that no workload and no Service selector of the text, and no assumed gateway has. */
function unusedSelector({ resources, assumptions }: Snapshot, selector: Labels | null): Labels {
  const keys = Object.keys(selector ?? {});
  const key = keys.includes('istio') ? 'istio' : (keys[0] ?? 'istio');
  const labels = [
    ...assumptions.gateways.map((gateway) => gateway.labels),
    ...resources.flatMap(({ details }) => {
      if (details.type === 'Workload') {
        return [details.podLabels];
      }
      return details.type === 'Service' && details.selector !== null ? [details.selector] : [];
    }),
  ];
  let candidate: Labels = { [key]: 'none' };
  for (let number = 2; labels.some((one) => matchesSelector(candidate, one)); number++) {
    candidate = { [key]: `none-${number}` };
  }
  return candidate;
}

function nameOf(id: string): string {
  return id.split('/').slice(2).join('/');
}
