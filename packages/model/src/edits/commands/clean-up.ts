import type { FieldPath } from '../../documents/field-path.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import { isRecord, valueAt } from '../fields/field-operation.ts';
import { refuse } from '../result.ts';

/** What a cluster writes into a manifest: it says nothing of what the author wants. */
const CLUSTER_FIELDS: readonly FieldPath[] = [
  ['metadata', 'managedFields'],
  ['metadata', 'uid'],
  ['metadata', 'resourceVersion'],
  ['metadata', 'generation'],
  ['metadata', 'creationTimestamp'],
  ['metadata', 'selfLink'],
  ['status'],
];

const CLUSTER_ANNOTATIONS = [
  'kubectl.kubernetes.io/last-applied-configuration',
  'deployment.kubernetes.io/revision',
];

/**
 * Takes away what only a cluster writes: `status`, `managedFields`, `resourceVersion` and the like,
 * and the addresses that it gave to Services. What an author may have written stays.
 */
export function planCleanUp(snapshot: Snapshot): PlanResult {
  const cluttered = snapshot.resources
    .map((resource) => ({ resource, paths: findClusterFields(resource) }))
    .filter(({ resource, paths }) => !resource.stale && paths.length > 0);
  if (cluttered.length === 0) {
    return refuse(
      'There is nothing to clean up: no manifest has fields that only a cluster writes.',
    );
  }
  const draft = createEditDraft(snapshot);
  draft.changeAll(
    cluttered.flatMap(({ resource, paths }) =>
      paths.map((path) => ({ resource, operation: { kind: 'remove', path } as const })),
    ),
  );
  const what = cluttered.length === 1 ? 'a manifest' : `${cluttered.length} manifests`;
  return draft.finish({ label: `Clean up ${what}`, reveal: null });
}

/** The fields of a manifest that only a cluster writes, as paths relative to the resource. */
export function findClusterFields(resource: Resource): readonly FieldPath[] {
  const { value } = resource;
  const fields = CLUSTER_FIELDS.filter((path) => valueAt(value, path) !== undefined);
  return [...fields, ...annotationPaths(value), ...addressPaths(resource)];
}

function annotationPaths(value: unknown): readonly FieldPath[] {
  const path = ['metadata', 'annotations'];
  const annotations = valueAt(value, path);
  if (!isRecord(annotations)) {
    return [];
  }
  const written = CLUSTER_ANNOTATIONS.filter((name) => Object.hasOwn(annotations, name));
  const isAll = written.length > 0 && written.length === Object.keys(annotations).length;
  return isAll ? [path] : written.map((name) => [...path, name]);
}

/** The addresses of a Service; `None` is the author's word for a headless one. */
function addressPaths({ details, value }: Resource): readonly FieldPath[] {
  if (details.type !== 'Service') {
    return [];
  }
  const clusterIp = valueAt(value, ['spec', 'clusterIP']);
  const isHeadless = clusterIp === 'None';
  return ['clusterIP', 'clusterIPs']
    .map((name) => ['spec', name])
    .filter((path) => !isHeadless && valueAt(value, path) !== undefined);
}
