import type { Resource } from '../../resources/resource.ts';
import { isClusterScoped } from '../../resources/resource-kind.ts';
import { whyNotNamespace } from '../../schema/values/name-rules.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findResource } from '../../snapshot-lookup.ts';
import type { EditCommand } from '../edit-command.ts';
import { createEditDraft, type ResourceChange } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import { whyNotName } from '../manifests/resource-name.ts';
import { type FollowedNames, followNames } from '../references/follow-names.ts';
import type { PlaceAndName } from '../references/name-form.ts';
import { refuse } from '../result.ts';
import { NOT_THERE } from './change-field.ts';
import { idWithName, nodeIdLike } from './resource-ids.ts';

/** Gives a resource another name, namespace or both; everything that names it follows. */
export function planRenameResource(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'rename-resource' }>,
): PlanResult {
  const resource = findResource(snapshot, command.resource);
  if (resource === undefined) {
    return refuse(NOT_THERE);
  }
  const target = { name: command.name, namespace: command.namespace ?? resource.namespace };
  const reason = whyNotRename(snapshot, resource, target);
  if (reason !== null) {
    return refuse(reason);
  }
  const id = idWithName(resource, target.name, target.namespace);
  const names = followNames(snapshot, resource, id);
  const draft = createEditDraft(snapshot);
  draft.changeAll([...ownChanges(resource, target), ...names.changes]);
  return draft.finish({
    label: labelOf(resource, target) + consequencesOf(names),
    reveal: nodeIdLike(snapshot, resource, id),
    renamed: names.movedMissing,
  });
}

function whyNotRename(
  snapshot: Snapshot,
  resource: Resource,
  { name, namespace }: PlaceAndName,
): string | null {
  const { kind, id } = resource;
  if (name === resource.name && namespace === resource.namespace) {
    return null;
  }
  if (namespace !== resource.namespace && isClusterScoped(kind)) {
    return `A ${kind} belongs to no namespace.`;
  }
  if (snapshot.resources.filter((other) => other.id === id).length > 1) {
    return `The text has more than one ${kind} ${resource.name} in namespace ${resource.namespace}. Rename or delete one of them in the YAML first.`;
  }
  if (findResource(snapshot, idWithName(resource, name, namespace)) !== undefined) {
    return `There is a ${kind} ${name} in namespace ${namespace} already.`;
  }
  const whyName = name === resource.name ? null : whyNotName(kind, name);
  return whyName ?? (namespace === resource.namespace ? null : whyNotNamespace(namespace));
}

function ownChanges(resource: Resource, target: PlaceAndName): readonly ResourceChange[] {
  const changes: ResourceChange[] = [];
  if (target.name !== resource.name) {
    const operation = { kind: 'set', path: ['metadata', 'name'], value: target.name } as const;
    changes.push({ resource, operation });
  }
  if (target.namespace !== resource.namespace) {
    const path = ['metadata', 'namespace'];
    changes.push({ resource, operation: { kind: 'set', path, value: target.namespace } });
  }
  return changes;
}

function labelOf(resource: Resource, { name, namespace }: PlaceAndName): string {
  if (namespace === resource.namespace) {
    return `Rename ${resource.name} to ${name}`;
  }
  return name === resource.name
    ? `Move ${name} to namespace ${namespace}`
    : `Rename ${resource.name} to ${name} in namespace ${namespace}`;
}

function consequencesOf({ cutOff, outOfReach }: FollowedNames): string {
  const parts = [
    ...(cutOff.length > 0 ? [`out of reach of ${cutOff.join(', ')}`] : []),
    ...outOfReach.map((name) => `${name} is out of its reach`),
  ];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}
