import { pairsOf } from '../../graph/provided-slots.ts';
import { matchesSelector } from '../../resources/match-selector.ts';
import type { Labels, Resource } from '../../resources/resource.ts';
import type { Lookup } from '../engine/check.ts';
import { SERVICES_BY_SELECTOR } from '../relations/services.ts';

/**
 * Services of the namespace that select pods with these labels, by `SERVICES_BY_SELECTOR`; as in
 * Istio's analyzers, one without selector does too.
 */
export function findFrontServices(
  namespace: string,
  labels: Labels,
  lookup: Lookup,
): readonly Resource[] {
  const keys = [namespace, ...pairsOf(labels).map((pair) => `${namespace} ${pair}`)];
  return keys
    .flatMap((key) => lookup.find(SERVICES_BY_SELECTOR, key))
    .filter(
      ({ details }) => details.type === 'Service' && matchesSelector(details.selector, labels),
    );
}
