import {
  findResource,
  matchesSelector,
  type Resource,
  referencesTo,
  type Snapshot,
} from '@portolan/model';

/**
 * What the resource's node stands for too: of a Service or ServiceEntry its DestinationRules and the
 * workloads of the text that it selects. They have no nodes of their own.
 */
export function relatedResources(snapshot: Snapshot, resource: Resource): readonly Resource[] {
  const rules = referencesTo(snapshot, resource.id)
    .filter(({ kind }) => kind === 'destination-rule-host')
    .flatMap(({ from }) => findResource(snapshot, from) ?? []);
  return [...new Set([...rules, ...workloadsOf(snapshot, resource)])];
}

function workloadsOf(snapshot: Snapshot, { details, namespace }: Resource): readonly Resource[] {
  if (details.type !== 'Service' || Object.keys(details.selector ?? {}).length === 0) return [];
  const { selector } = details;
  return snapshot.resources.filter(
    (one) =>
      one.details.type === 'Workload' &&
      one.namespace === namespace &&
      matchesSelector(selector, one.details.podLabels),
  );
}
