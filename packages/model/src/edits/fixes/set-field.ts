import type { FieldPath } from '../../documents/field-path.ts';
import type { ResourceId } from '../../resources/resource.ts';
import type { EditCommand, FieldValue } from '../edit-command.ts';

/** A command that gives a field this value. */
export function setField(resource: ResourceId, path: FieldPath, value: FieldValue): EditCommand {
  return { kind: 'set', resource, path, value };
}
