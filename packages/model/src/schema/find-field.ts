import type { FieldPath } from '../documents/field-path.ts';
import type { Field } from './field.ts';

function stepInto(field: Field, step: string | number): Field | undefined {
  switch (field.type) {
    case 'any':
      return field;
    case 'list':
      return typeof step === 'number' ? (field.items ?? undefined) : undefined;
    case 'map':
      return typeof step === 'string' ? (field.items ?? undefined) : undefined;
    case 'object':
      return field.fields.find((one) => one.name === step);
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'union':
      return undefined;
  }
}

/**
 * The field at a path of a resource of this kind. Below a field of type `any` everything may stand:
 * there it is that field itself. Not there where the kind has no such field.
 */
export function findField(root: Field, path: FieldPath): Field | undefined {
  let field: Field | undefined = root;
  for (const step of path) {
    if (field === undefined) return undefined;
    field = stepInto(field, step);
  }
  return field;
}
