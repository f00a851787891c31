import type { Snapshot } from '../../snapshot.ts';
import { findResource } from '../../snapshot-lookup.ts';
import type { EditCommand } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import { uniqueName } from '../manifests/resource-name.ts';
import { refuse } from '../result.ts';
import { NOT_THERE } from './change-field.ts';
import { idWithName, nodeIdLike } from './resource-ids.ts';

/** Puts a copy right behind the resource: `cart-copy`, then `cart-copy-2`. */
export function planDuplicateResource(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'duplicate-resource' }>,
): PlanResult {
  const resource = findResource(snapshot, command.resource);
  if (resource === undefined) {
    return refuse(NOT_THERE);
  }
  const kindOfId = resource.id.slice(0, resource.id.indexOf('/'));
  const base = `${resource.name.replace(/-copy(?:-\d+)?$/, '').slice(0, 55)}-copy`;
  const name = uniqueName(snapshot, kindOfId, resource.namespace, base);
  const draft = createEditDraft(snapshot);
  draft.copy(resource, [{ kind: 'set', path: ['metadata', 'name'], value: name }]);
  const id = idWithName(resource, name, resource.namespace);
  return draft.finish({
    label: `Duplicate ${resource.name}`,
    reveal: nodeIdLike(snapshot, resource, id),
  });
}
