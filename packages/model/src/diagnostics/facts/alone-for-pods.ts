import { pairsOf } from '../../graph/provided-slots.ts';
import { matchesSelector } from '../../resources/match-selector.ts';
import type { Labels, Resource } from '../../resources/resource.ts';
import type { Code } from '../codes/catalogue.ts';
import type { Lookup, Report } from '../engine/check.ts';
import type { Relation } from '../engine/relation.ts';
import { WORKLOADS } from '../relations/pods.ts';
import { findPods, type PodSet, printSelector } from './find-pods.ts';
import { fullName } from './full-name.ts';

/** A kind of which Istio uses only one for each pod, such as a Sidecar. */
export interface AlonePolicy {
  readonly kind: string;
  readonly plural: string;
  /** By `namespace` those for all of its pods, by `namespace key=value` those that select some. */
  readonly relation: Relation;
  readonly selectorOf: (resource: Resource) => Labels | null;
  /** Where the labels of the selector are. */
  readonly labelsPath: readonly [spec: string, selector: string, labels: string];
  /** What becomes of one that selects nothing, such as `configures nothing`. */
  readonly idle: string;
  /** Of several for all pods of a namespace, and of several for the same pods. */
  readonly codes: { readonly whole: Code; readonly selected: Code };
}

const MOST = 20;

/** Reports that others are for all pods of the namespace as well. */
export function reportOthersForAll(
  { plural, relation, labelsPath, codes }: AlonePolicy,
  resource: Resource,
  lookup: Lookup,
  report: Report,
): void {
  const { namespace, name } = resource;
  const all = lookup.find(relation, namespace);
  if (all.length < 2) return;
  const names = all.map((one) => one.name).toSorted();
  report({
    code: codes.whole,
    resource,
    path: ['metadata', 'name'],
    message: `Several ${plural} are for all pods of the namespace ${namespace} (${names.slice(0, MOST).join(', ')}), and Istio uses only one of them. Merge them, or give ${name} a ${labelsPath[1]}.`,
    args: [names, namespace],
    related: relate(all, resource),
  });
}

/** The pods that are selected; reports where there are none. */
export function findSelectedPods(
  { kind, labelsPath, idle }: AlonePolicy,
  resource: Resource,
  selector: Labels,
  lookup: Lookup,
  report: Report,
): readonly PodSet[] {
  const { namespace } = resource;
  const pods = findPods(lookup, selector, namespace);
  if (pods.length > 0) return pods;
  const isKnown = lookup.find(WORKLOADS, namespace).length > 0;
  const printed = printSelector(selector);
  const [first] = Object.keys(selector).toSorted();
  report({
    code: 'IST0101',
    resource,
    path: [...labelsPath, first ?? ''],
    certainty: isKnown ? 'wrong' : 'unknown',
    message: `No workload of the namespace ${namespace} in this text has the labels ${printed}, so this ${kind} ${idle}${isKnown ? '' : ', unless one outside the text has them'}. Write the labels of your pods.`,
    args: ['selector', printed],
    data: { reference: 'selector', selector: pairsOf(selector) },
  });
  return pods;
}

/** Reports that others select some of these pods as well. */
export function reportOthersForPods(
  { plural, relation, selectorOf, labelsPath, codes }: AlonePolicy,
  resource: Resource,
  pods: readonly PodSet[],
  lookup: Lookup,
  report: Report,
): void {
  const { namespace } = resource;
  for (const pod of pods.slice(0, MOST)) {
    const all = pairsOf(pod.labels)
      .flatMap((pair) => lookup.find(relation, `${namespace} ${pair}`))
      .filter((one) => matchesSelector(selectorOf(one), pod.labels));
    if (all.length < 2) continue;
    const names = all.map((one) => one.name).toSorted();
    report({
      code: codes.selected,
      resource,
      path: labelsPath,
      message: `Several ${plural} are for the pods of ${fullName(pod)} (${names.join(', ')}), and Istio uses only one of them. Let each pod have one.`,
      args: [names, namespace, pod.name],
      related: relate(all, resource),
    });
  }
}

function relate(all: readonly Resource[], own: Resource) {
  return all
    .filter(({ id }) => id !== own.id)
    .slice(0, MOST)
    .map(({ id }) => ({ resource: id, path: ['spec'], message: 'is for the same pods' }));
}
