import { documentAtOffset } from '../documents/document-blocks.ts';
import type { FieldPath } from '../documents/field-path.ts';
import type { ManifestDocument } from '../documents/manifest-document.ts';
import type { Field } from '../schema/field.ts';
import { type FieldDictionary, findRootField, knownKinds } from '../schema/field-dictionary.ts';
import { findField } from '../schema/find-field.ts';
import type { Snapshot } from '../snapshot.ts';
import { type CursorPlace, findCursorPlace } from './reader/cursor-place.ts';
import { readLoosely } from './reader/read-loosely.ts';
import { readWrittenResource, type WrittenResource } from './reader/written-resource.ts';

/** Everything that an answer about one place of a text depends on. */
export interface CursorContext {
  readonly snapshot: Snapshot;
  readonly dictionary: FieldDictionary;
  readonly document: ManifestDocument;
  /** Where the document starts in the text. */
  readonly start: number;
  readonly place: CursorPlace;
  readonly resource: WrittenResource;
  /** The place's path, relative to the resource. */
  readonly path: FieldPath;
  /** The kind's fields; where the kind is not written or not known, what every kind has. */
  readonly root: Field;
  /** The field at the path. */
  readonly field: Field | undefined;
}

/** Reads what is around an offset of the whole text; null in comments and blocks of text. */
export function readCursorContext(
  snapshot: Snapshot,
  dictionary: FieldDictionary,
  offset: number,
): CursorContext | null {
  const found = documentAtOffset(snapshot.blocks, offset);
  if (found === undefined) return null;
  const { document, start } = found;
  const place = findCursorPlace(document.text, offset - start);
  if (place === null) return null;
  const { defaultNamespace } = snapshot.assumptions;
  // As it is, without the letter at the cursor: that may stand in its very name.
  const resource = readWrittenResource(readLoosely(document.text), place.path, defaultNamespace);
  const root = findKind(dictionary, resource) ?? anyKind(dictionary);
  const path = place.path.slice(resource.path.length);
  const field = findField(root, path);
  return { snapshot, dictionary, document, start, place, resource, path, root, field };
}

/** The fields of the written kind: of its version, or of the newest where that is not known. */
function findKind(
  dictionary: FieldDictionary,
  { group, version, kind, apiVersion }: WrittenResource,
): Field | undefined {
  const exact = findRootField(dictionary, { group, version, kind });
  if (exact !== undefined || kind === '') return exact;
  const other = knownKinds(dictionary).find(
    (one) => one.kind === kind && (apiVersion === '' || one.group === group),
  );
  return other && findRootField(dictionary, other);
}

const OF_EVERY_KIND: readonly string[] = ['apiVersion', 'kind', 'metadata', 'spec'];

/** A kind of which no more is known than what all have. */
function anyKind(dictionary: FieldDictionary): Field {
  const [known] = knownKinds(dictionary);
  const root = known && findRootField(dictionary, known);
  if (root === undefined) throw new Error('The dictionary has no kinds');
  const fields = root.fields
    .filter(({ name }) => OF_EVERY_KIND.includes(name))
    .map(
      (field): Field =>
        field.name === 'spec' ? { ...field, type: 'any', description: '' } : field,
    );
  return { ...root, description: '', fields };
}
