import type { Field, FieldPath } from '@portolan/model';
import { isMapping } from './field-spot.ts';

/** One line of an object: a field, or the fields of which only one may be there. */
export interface FieldRow {
  /** One field, or several to choose one of. */
  readonly fields: readonly Field[];
  /** Whether it is shown at once: it is set, or most people meet it. */
  readonly isPrimary: boolean;
}

/** The lines of an object; fields of a choice stand together where the first of them is. */
export function fieldRows(
  object: Field,
  value: unknown,
  isHidden: (field: Field) => boolean,
): readonly FieldRow[] {
  const present = isMapping(value) ? value : {};
  const isPrimary = ({ name, isCommon }: Field) => isCommon || Object.hasOwn(present, name);
  return object.fields.flatMap((field): readonly FieldRow[] => {
    const { choice } = field;
    const together = object.fields.filter((one) => choice !== null && one.choice === choice);
    if (together.length < 2) {
      return isHidden(field) ? [] : [{ fields: [field], isPrimary: isPrimary(field) }];
    }
    const isDone = together[0] !== field || together.every(isHidden);
    return isDone ? [] : [{ fields: together, isPrimary: together.some(isPrimary) }];
  });
}

/** Keys of the value that the object has no field for. */
export function unknownKeys(object: Field, value: unknown): readonly string[] {
  if (object.type !== 'object' || !isMapping(value)) return [];
  const known = new Set(object.fields.map(({ name }) => name));
  return Object.keys(value).filter((key) => !known.has(key));
}

/** Whether everything that the field can hold has a control of its own elsewhere. */
export function isWhollyHidden(
  field: Field,
  path: FieldPath,
  isCurated: (path: FieldPath) => boolean,
): boolean {
  if (isCurated(path)) return true;
  if (field.type !== 'object' || field.fields.length === 0) return false;
  return field.fields.every((one) => isWhollyHidden(one, [...path, one.name], isCurated));
}
