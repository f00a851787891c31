import { formatFieldPath } from '../../documents/field-path.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findResource } from '../../snapshot-lookup.ts';
import type { EditCommand } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import { refuse } from '../result.ts';
import { NOT_THERE } from './change-field.ts';

/** Puts a copy of an item of a list right behind it, its layout and comments included. */
export function planDuplicateItem(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'duplicate-item' }>,
): PlanResult {
  const resource = findResource(snapshot, command.resource);
  if (resource === undefined) {
    return refuse(NOT_THERE);
  }
  const { path, index } = command;
  const draft = createEditDraft(snapshot);
  draft.change(resource, [{ kind: 'copy', path, index }]);
  const item = formatFieldPath([...(path[0] === 'spec' ? path.slice(1) : path), index]);
  return draft.finish({ label: `Duplicate ${item} of ${resource.name}`, reveal: null });
}
