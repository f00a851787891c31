import type { Labels } from './resource.ts';

/** A mapping of a manifest, whatever it holds. */
export type ValueRecord = Readonly<Record<string, unknown>>;

const NOTHING: ValueRecord = Object.freeze({});
const NO_ITEMS: readonly never[] = Object.freeze([]);

/** Whether the value is a mapping. */
export function isRecord(value: unknown): value is ValueRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The field's value where the mapping itself has it: never what every object inherits. */
export function fieldOf(record: ValueRecord, name: string): unknown {
  const value = record[name];
  return value === undefined || Object.hasOwn(record, name) ? value : undefined;
}

/** The field's mapping; an empty one where it is absent or something else. */
export function recordField(record: ValueRecord, name: string): ValueRecord {
  return findRecord(record, name) ?? NOTHING;
}

/** The field's mapping; null where it is absent or something else. */
export function findRecord(record: ValueRecord, name: string): ValueRecord | null {
  const value = fieldOf(record, name);
  return isRecord(value) ? value : null;
}

/** The field's items; none where it is absent or no sequence. */
export function listField(record: ValueRecord, name: string): readonly unknown[] {
  const value = fieldOf(record, name);
  return Array.isArray(value) ? value : NO_ITEMS;
}

/** The field's text; null where it is absent, empty or something else. */
export function textField(record: ValueRecord, name: string): string | null {
  const value = fieldOf(record, name);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The field's integer; null where it is absent or something else (a number in quotes is text). */
export function integerField(record: ValueRecord, name: string): number | null {
  const value = fieldOf(record, name);
  return typeof value === 'number' && Number.isInteger(value) ? value : null;
}

/** The field's number; null where it is absent or something else. */
export function numberField(record: ValueRecord, name: string): number | null {
  const value = fieldOf(record, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The field's texts, other items left out. */
export function textsField(record: ValueRecord, name: string): readonly string[] {
  const items = listField(record, name);
  return items.every(isText) ? items : items.filter(isText);
}

/** The field's texts; null where it is absent, empty or no sequence. */
export function findTexts(record: ValueRecord, name: string): readonly string[] | null {
  const texts = textsField(record, name);
  return texts.length === 0 ? null : texts;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

const NO_LABELS: Labels = Object.freeze({});

/** The field's labels: the pairs whose value is text. */
export function labelsField(record: ValueRecord, name: string): Labels {
  const value = findRecord(record, name);
  if (value === null) return NO_LABELS;
  if (isLabels(value)) return value;
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, string] => isText(pair[1])),
  );
}

function isLabels(value: ValueRecord): value is Labels {
  return Object.keys(value).every((key) => isText(value[key]));
}

/** The field's labels; null where there are none. */
export function findLabels(record: ValueRecord, name: string): Labels | null {
  const labels = labelsField(record, name);
  return Object.keys(labels).length === 0 ? null : labels;
}

/** The items that are mappings, each read with its place in the sequence. */
export function readItems<Item>(
  record: ValueRecord,
  name: string,
  read: (item: ValueRecord, index: number) => Item,
): readonly Item[] {
  const written = listField(record, name);
  if (written.length === 0) return NO_ITEMS;
  if (written.every(isRecord)) return written.map(read);
  return written.flatMap((item, index) => (isRecord(item) ? [read(item, index)] : []));
}
