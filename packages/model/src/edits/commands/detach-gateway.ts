import type { ExposesEdge } from '../../graph/topology.ts';
import { matchesSelector } from '../../resources/match-selector.ts';
import type { Labels } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findResource, findTopologyNode } from '../../snapshot-lookup.ts';
import type { ResourceChange } from '../edit-draft.ts';
import { type Result, refuse, success } from '../result.ts';

/**
 * A Gateway without selector is for every gateway, so taking the selector away would not disconnect.
 * It gets one instead that picks no pods; `selector` is that in words.
 */
export function detachGateway(
  snapshot: Snapshot,
  edge: ExposesEdge,
): Result<{ readonly changes: readonly ResourceChange[]; readonly selector: string }> {
  const gateway = findResource(snapshot, edge.target);
  const node = findTopologyNode(snapshot, edge.target);
  if (gateway === undefined || node?.kind !== 'Gateway') {
    return refuse('This Gateway is not in the text, so it has no selector to change.');
  }
  const selector = unusedSelector(snapshot, node.selector);
  const pair = Object.entries(selector).map(([key, value]) => `${key}: ${value}`);
  const operation = { kind: 'set', path: ['spec', 'selector'], value: selector } as const;
  return success({
    changes: [{ resource: gateway, operation }],
    selector: pair.join(', '),
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
