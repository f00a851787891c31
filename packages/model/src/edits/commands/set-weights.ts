import type { Snapshot } from '../../snapshot.ts';
import type { EditCommand } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import { refuse } from '../result.ts';
import { findRoute } from './virtual-service-route.ts';

/** Gives the destinations of a route these weights; one that has its weight already is left alone. */
export function planSetWeights(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'set-weights' }>,
): PlanResult {
  const found = findRoute(snapshot, command.resource, command.route);
  if (!found.ok) {
    return found;
  }
  const { resource, route, path } = found.value;
  const { weights } = command;
  const reason = whyNotWeights(weights, route.destinations.length);
  if (reason !== null) {
    return refuse(reason);
  }
  const draft = createEditDraft(snapshot);
  draft.change(
    resource,
    route.destinations.flatMap(({ index, weight }, place) => {
      const value = weights[place] ?? 0;
      return weight === value
        ? []
        : [{ kind: 'set', path: [...path, 'route', index, 'weight'], value } as const];
    }),
  );
  return draft.finish({ label: `Split ${resource.name} ${weights.join('/')}`, reveal: null });
}

/** Istio's bound: weights are 32-bit integers, and their sum is one too. */
const MOST = 2 ** 31 - 1;

function whyNotWeights(weights: readonly number[], destinations: number): string | null {
  if (destinations < 2) {
    return 'A weight means nothing on an only destination: it gets every request. Add a second destination first.';
  }
  if (weights.length !== destinations) {
    return `This route has ${destinations} destinations now. Try again.`;
  }
  if (weights.some((weight) => !Number.isInteger(weight) || weight < 0)) {
    return 'A weight is a whole number, 0 or more.';
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) {
    return 'One of the destinations has to get requests: not every weight can be 0.';
  }
  return sum > MOST
    ? 'These weights are too large for Istio. Use numbers that sum up to 100.'
    : null;
}
