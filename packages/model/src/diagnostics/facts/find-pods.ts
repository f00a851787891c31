import { pairsOf } from '../../graph/provided-slots.ts';
import { matchesSelector } from '../../resources/match-selector.ts';
import type { Labels, Resource } from '../../resources/resource.ts';
import type { Lookup } from '../engine/check.ts';
import { EVERY, WORKLOADS, WORKLOADS_BY_LABEL } from '../relations/pods.ts';

/** Pods that run alike: a Pod, what makes some from a template, or an assumed gateway's. */
export interface PodSet {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  /** null: an assumed gateway, which is not in the text. */
  readonly resource: Resource | null;
}

/** What a check reads that calls `findPods`. */
export const READS_OF_PODS = [WORKLOADS, WORKLOADS_BY_LABEL] as const;

/**
 * The pods that have all labels of the selector, sorted by id, after those of assumed gateways; in
 * this namespace, or in all. No selector, or an empty one, selects all.
 */
export function findPods(
  lookup: Lookup,
  selector: Labels | null,
  namespace?: string,
): readonly PodSet[] {
  const found: PodSet[] = [];
  for (const { name, namespace: home, labels } of lookup.assumptions.gateways)
    if ((namespace === undefined || home === namespace) && matchesSelector(selector, labels))
      found.push({ namespace: home, name, labels, resource: null });
  for (const resource of findCandidates(lookup, selector, namespace)) {
    const { details } = resource;
    if (details.type !== 'Workload' || !matchesSelector(selector, details.podLabels)) continue;
    found.push({
      namespace: resource.namespace,
      name: resource.name,
      labels: details.podLabels,
      resource,
    });
  }
  return found;
}

function findCandidates(
  lookup: Lookup,
  selector: Labels | null,
  namespace: string | undefined,
): readonly Resource[] {
  const [first] = selector === null ? [] : pairsOf(selector);
  if (first === undefined) return lookup.find(WORKLOADS, namespace ?? EVERY);
  return lookup.find(WORKLOADS_BY_LABEL, namespace === undefined ? first : `${namespace} ${first}`);
}

/** A selector as Istio prints it: `key=value,other=value`, sorted. */
export function printSelector(selector: Labels | null): string {
  return selector === null ? '' : pairsOf(selector).join(',');
}
