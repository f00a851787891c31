import { buildField } from './build-field.ts';
import type { Field } from './field.ts';
import { findNotes, type NoteLookup } from './note-lookup.ts';
import type { PublishedField, PublishedFields } from './published-field.ts';

/** A kind in one version, as `apiVersion` and `kind` name it. */
export interface GroupVersionKind {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** Every field of every kind that Portolan knows. */
export interface FieldDictionary {
  readonly published: PublishedFields;
}

/** Each kind is built when it is first asked for, since most texts have few; versions that are alike share it. */
const ROOTS = new WeakMap<PublishedField, Field>();

/**
 * Loads the dictionary. It is some hundred kilobytes in a module of its own, so that nothing has to
 * wait for it that does without; the second call gives the same one at once.
 */
export async function loadFieldDictionary(): Promise<FieldDictionary> {
  const { PUBLISHED_FIELDS } = await import('./published-fields.mjs');
  return { published: PUBLISHED_FIELDS };
}

/** The kinds that it knows; of several versions the newest first. */
export function knownKinds(dictionary: FieldDictionary): readonly GroupVersionKind[] {
  return dictionary.published.kinds;
}

/** The versions of a kind that a cluster serves, the newest first; none of a kind that is unknown. */
export function knownVersions(
  dictionary: FieldDictionary,
  group: string,
  kind: string,
): readonly string[] {
  return dictionary.published.kinds
    .filter((one) => one.group === group && one.kind === kind)
    .map((one) => one.version);
}

/**
 * The resource itself as a field with all that is below it. Not there for a kind that is unknown,
 * and for a version of a known kind that no cluster serves any more.
 */
export function findRootField(
  dictionary: FieldDictionary,
  { group, version, kind }: GroupVersionKind,
): Field | undefined {
  const { kinds, fields } = dictionary.published;
  const known = kinds.find(
    (one) => one.kind === kind && one.group === group && one.version === version,
  );
  const published = known && fields[known.root];
  if (known === undefined || published === undefined) return undefined;
  const root = ROOTS.get(published) ?? buildRoot(known.root, fields, findNotes(group, kind));
  ROOTS.set(published, root);
  return root;
}

/** What a kind is for and the names of its own fields, without building all that is below them. */
export function describeKind(
  { published }: FieldDictionary,
  { group, version, kind }: GroupVersionKind,
): { readonly description: string; readonly fields: readonly string[] } {
  const known = published.kinds.find(
    (one) => one.kind === kind && one.group === group && one.version === version,
  );
  const root = known && published.fields[known.root];
  return { description: root?.description ?? '', fields: Object.keys(root?.fields ?? {}) };
}

function buildRoot(index: number, pool: PublishedFields['fields'], notes: NoteLookup): Field {
  const place = { name: '', path: '', required: true, choice: null, isCommon: true };
  return buildField(index, { pool, notes }, place);
}
