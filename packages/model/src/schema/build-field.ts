import type { Field, FieldChoice } from './field.ts';
import type { FieldNote } from './field-note.ts';
import type { NoteLookup } from './note-lookup.ts';
import type { PublishedField } from './published-field.ts';

/** What is published, and what is noted about the kind that is being read. */
export interface FieldSource {
  readonly pool: readonly PublishedField[];
  readonly notes: NoteLookup;
}

/** Where a field stands, and what the object or list around it says of it. */
type FieldPlace = Pick<Field, 'name' | 'path' | 'required' | 'choice' | 'isCommon'>;

/** `Deprecated: …` at the beginning of a sentence, and what is said after it. */
const DEPRECATED = /(?:^|[.)]\s+)Deprecated[:.]\s*(.*)$/s;

function deprecationOf(description: string, note: FieldNote): string | null {
  if (note.deprecation !== undefined) return note.deprecation;
  const match = DEPRECATED.exec(description);
  return match === null ? null : match[1] || 'It is deprecated.';
}

function typesOf({ type, types }: PublishedField): Field['types'] {
  if (types !== undefined) return types;
  const isScalar =
    type === 'string' || type === 'integer' || type === 'number' || type === 'boolean';
  return isScalar ? [type] : [];
}

function choicesOf(published: PublishedField, note: FieldNote): readonly FieldChoice[] {
  const names = Object.keys(published.fields ?? {});
  const noted = (note.choices ?? []).map((of) => ({ of: of.filter((one) => names.includes(one)) }));
  return [...(published.choices ?? []), ...noted].map((choice) => ({
    of: choice.of,
    required: 'required' in choice,
  }));
}

/** The common fields first, in their order; then the others as they are published; the status last. */
function orderFields(fields: readonly Field[], { rankOf }: NoteLookup): readonly Field[] {
  const rank = ({ path }: Field) =>
    path === 'status' ? Number.MAX_SAFE_INTEGER : (rankOf(path) ?? Number.MAX_SAFE_INTEGER - 1);
  return [...fields].sort((left, right) => rank(left) - rank(right));
}

function buildFields(
  published: PublishedField,
  path: string,
  source: FieldSource,
): readonly Field[] {
  const choices = choicesOf(published, source.notes.noteOf(path));
  const fields = Object.entries(published.fields ?? {}).map(([name, index]) => {
    const childPath = path === '' ? name : `${path}.${name}`;
    return buildField(index, source, {
      name,
      path: childPath,
      required: published.required?.includes(name) ?? false,
      choice: choices.find((choice) => choice.of.includes(name)) ?? null,
      isCommon: source.notes.rankOf(childPath) !== null,
    });
  });
  return orderFields(fields, source.notes);
}

function buildItems(
  { type, items }: PublishedField,
  { path, isCommon }: FieldPlace,
  source: FieldSource,
): Field | null {
  if (items === undefined) return null;
  const name = type === 'list' ? '[]' : '{}';
  const place = { name, path: `${path}${name}`, required: false, choice: null, isCommon };
  const item = buildField(items, source, place);
  return isLabels(path, source) ? { ...item, format: 'label-value' } : item;
}

function isLabels(path: string, { notes }: FieldSource): boolean {
  return notes.noteOf(path).format === 'labels';
}

/** The field at a place of the pool with all that is below it, and with what is noted about it. */
export function buildField(index: number, source: FieldSource, place: FieldPlace): Field {
  const published = source.pool[index];
  if (published === undefined) throw new Error(`The pool has no field ${index} for ${place.path}`);
  const note = source.notes.noteOf(place.path);
  const description = note.description ?? published.description ?? '';
  return {
    ...place,
    type: published.type,
    types: typesOf(published),
    description,
    values: published.values ?? [],
    defaultValue: note.defaultValue ?? null,
    format: note.format ?? null,
    keyFormat: note.keyFormat ?? (note.format === 'labels' ? 'label-key' : null),
    deprecation: deprecationOf(description, note),
    limits: published.limits ?? {},
    fields: buildFields(published, place.path, source),
    items: buildItems(published, place, source),
  };
}
