import type { Field } from './field.ts';

/** A field and everything below it, each object before its fields, in the order in which they are shown. */
export function* walkFields(field: Field): Generator<Field> {
  yield field;
  for (const child of field.fields) yield* walkFields(child);
  if (field.items !== null) yield* walkFields(field.items);
}
