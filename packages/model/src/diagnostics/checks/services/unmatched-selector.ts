import { pairsOf } from '../../../graph/provided-slots.ts';
import type { Labels, Resource } from '../../../resources/resource.ts';
import { fieldOf } from '../../../resources/tolerant-value.ts';
import type { Lookup, ResourceCheck } from '../../engine/check.ts';
import { findPods, READS_OF_PODS } from '../../facts/find-pods.ts';
import { fullName } from '../../facts/full-name.ts';
import { WORKLOADS, WORKLOADS_BY_LABEL, WORKLOADS_BY_WORD } from '../../relations/pods.ts';

/** Does a Service select nothing, though what it is likely meant for is in the text? */
export const unmatchedSelector: ResourceCheck = {
  name: 'unmatched-selector',
  codes: ['PTL270'],
  about: ['Service'],
  reads: [...READS_OF_PODS, WORKLOADS_BY_WORD],
  run: (resource, lookup, report) => {
    const { details, namespace } = resource;
    if (details.type !== 'Service' || details.selector === null) return;
    if (details.serviceType === 'ExternalName') return;
    const { selector } = details;
    if (findPods(lookup, selector, namespace).length > 0) return;
    const meant = findMeant(resource, selector, lookup);
    if (meant?.details.type !== 'Workload') return;
    const { podLabels } = meant.details;
    const [wrong] = Object.keys(selector).filter(
      (key) => fieldOf(podLabels, key) !== selector[key],
    );
    const isElsewhere = wrong === undefined;
    report({
      code: 'PTL270',
      resource,
      path: isElsewhere ? ['spec', 'selector'] : ['spec', 'selector', wrong],
      part: isElsewhere ? 'key' : 'value',
      message: isElsewhere
        ? `This Service selects no pods: those of ${fullName(meant)} have its labels, but a Service selects in its own namespace only. Put both into one namespace.`
        : `This Service selects no pods. Those of the ${meant.kind} ${fullName(meant)} have the labels ${pairsOf(podLabels).join(', ') || 'none'}, and the Service asks for ${pairsOf(selector).join(', ')}. Make them the same.`,
      related: [
        { resource: meant.id, path: LABELS[meant.kind] ?? TEMPLATE, message: 'its labels' },
      ],
      data: { workload: meant.id },
    });
  },
};

const TEMPLATE = ['spec', 'template', 'metadata', 'labels'];
const LABELS: Readonly<Record<string, readonly string[]>> = { Pod: ['metadata', 'labels'] };

/** Labels that say nothing about which pods are meant. */
const GENERIC = new Set([
  ...['version', 'tier', 'env', 'environment', 'release', 'heritage', 'chart', 'istio.io/rev'],
  ...['part-of', 'managed-by', 'instance', 'version'].map((name) => `app.kubernetes.io/${name}`),
]);

/**
 * What has one of its labels, a value of them, or its name; or all its labels, in another
 * namespace; or is all that its namespace has.
 */
function findMeant(
  { namespace, name }: Resource,
  selector: Labels,
  lookup: Lookup,
): Resource | undefined {
  const telling = Object.fromEntries(Object.entries(selector).filter(([key]) => !GENERIC.has(key)));
  const words = [...new Set([...Object.values(telling), name])];
  const near = [
    ...pairsOf(telling).map((pair) => lookup.find(WORKLOADS_BY_LABEL, `${namespace} ${pair}`)),
    ...words.map((word) => lookup.find(WORKLOADS_BY_WORD, `${namespace} ${word}`)),
    findPods(lookup, selector).flatMap(({ resource }) => resource ?? []),
  ];
  const [first] = near.flatMap((found) => found.slice(0, 1));
  if (first !== undefined) return first;
  const [only, ...others] = lookup.find(WORKLOADS, namespace);
  return others.length === 0 ? only : undefined;
}
