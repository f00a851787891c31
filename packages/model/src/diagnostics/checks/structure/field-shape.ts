import type { Field, FieldChoice } from '../../../schema/field.ts';

/** What is asked of an object, made ready once for each field of the dictionary. */
export interface FieldShape {
  readonly byName: ReadonlyMap<string, Field>;
  readonly required: readonly Field[];
  readonly choices: readonly FieldChoice[];
}

const shapes = new WeakMap<Field, FieldShape>();

/** The shape of an object's field. */
export function shapeOf(field: Field): FieldShape {
  const known = shapes.get(field);
  if (known !== undefined) return known;
  const choices = new Map<string, FieldChoice>();
  for (const { choice } of field.fields) if (choice !== null) choices.set(choice.of.join(), choice);
  const shape: FieldShape = {
    byName: new Map(field.fields.map((child) => [child.name, child])),
    required: field.fields.filter(({ required }) => required),
    choices: [...choices.values()],
  };
  shapes.set(field, shape);
  return shape;
}
