import type { Snapshot } from '../../snapshot.ts';
import { edgesOf, findTopologyNode } from '../../snapshot-lookup.ts';
import type { EditCommand } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import { refuse } from '../result.ts';
import { canarySubsets } from './canary.ts';
import { findRoute } from './virtual-service-route.ts';

/**
 * Sends a part of a route's requests to a second version: two subsets of the destination, and a
 * DestinationRule that defines them where none does.
 */
export function planAddCanary(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'add-canary' }>,
): PlanResult {
  const { percent } = command;
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) {
    return refuse('The part of the new version is a whole number of per cent, from 0 to 100.');
  }
  const found = findRoute(snapshot, command.resource, command.route);
  if (!found.ok) {
    return found;
  }
  const { resource, route, path } = found.value;
  const [destination, another] = route.destinations;
  if (destination === undefined) {
    return refuse('This route has no destination whose requests could be split.');
  }
  if (another !== undefined) {
    return refuse('The requests of this route are split already. Change the weights instead.');
  }
  const { protocol, index } = command.route;
  const edge = edgesOf(snapshot, resource.id).find(
    (one) =>
      one.kind === 'routes' && one.protocol === protocol && one.route === index && !one.mirror,
  );
  const node = edge === undefined ? undefined : findTopologyNode(snapshot, edge.target);
  if (node?.kind !== 'Service' && node?.kind !== 'ServiceEntry') {
    return refuse(`${destination.host} has no subsets that the requests could be split between.`);
  }
  const { names, manifest, changes } = canarySubsets(snapshot, node, destination.host);
  const list = [...path, 'route'];
  const stable = [...list, destination.index];
  const next = [...list, destination.index + 1];
  const draft = createEditDraft(snapshot);
  draft.changeAll(changes);
  draft.change(resource, [
    { kind: 'set', path: [...stable, 'destination', 'subset'], value: names[0] },
    { kind: 'set', path: [...stable, 'weight'], value: 100 - percent },
    { kind: 'copy', path: list, index: destination.index },
    { kind: 'set', path: [...next, 'destination', 'subset'], value: names[1] },
    { kind: 'set', path: [...next, 'weight'], value: percent },
  ]);
  if (manifest !== null) {
    draft.append(manifest);
  }
  return draft.finish({
    label: `Split ${destination.host} ${100 - percent}/${percent}`,
    reveal: resource.id,
  });
}
