import { type FieldPath, formatFieldPath } from '../../documents/field-path.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findResource } from '../../snapshot-lookup.ts';
import type { FieldCommand } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import { refuse } from '../result.ts';

/** Changes one field of one resource. */
export function planFieldChange(snapshot: Snapshot, command: FieldCommand): PlanResult {
  const resource = findResource(snapshot, command.resource);
  if (resource === undefined) {
    return refuse(NOT_THERE);
  }
  if (command.path.length === 0 && command.kind !== 'set') {
    return refuse('The whole resource cannot be changed this way.');
  }
  const draft = createEditDraft(snapshot);
  const { resource: _, ...operation } = command;
  draft.change(resource, [operation]);
  const label = labelOf(command, resource);
  const whole = command.scope === 'everywhere' ? `${label} everywhere` : label;
  return draft.finish({ label: whole, reveal: null });
}

/** Said where a resource that a command names does not exist. */
export const NOT_THERE = 'This resource is not in the text any more.';

function labelOf(command: FieldCommand, { name }: Resource): string {
  switch (command.kind) {
    case 'set':
      return `Set ${fieldName(command.path)} of ${name}`;
    case 'insert':
      return `Add to ${fieldName(command.path)} of ${name}`;
    case 'move':
      return `Reorder ${fieldName(command.path)} of ${name}`;
    case 'remove':
      return `Remove ${fieldName(command.path)} of ${name}`;
    case 'rename-key':
      return `Rename ${fieldName(command.path)} of ${name} to ${command.key}`;
  }
}

function fieldName(path: FieldPath): string {
  return formatFieldPath(path[0] === 'spec' && path.length > 1 ? path.slice(1) : path) || 'content';
}
