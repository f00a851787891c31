import type { FieldPath } from '../documents/field-path.ts';
import type { ManifestDocument } from '../documents/manifest-document.ts';
import type { Assumptions } from './assumptions.ts';
import type { Resource, ResourceDetails } from './resource.ts';
import { findResourceKind, isClusterScoped, kindOfId } from './resource-kind.ts';
import {
  fieldOf,
  isRecord,
  labelsField,
  recordField,
  textField,
  type ValueRecord,
} from './tolerant-value.ts';

/** A document never yields more: aliases can make a small List stand for any number of manifests. */
export const MAX_RESOURCES_PER_DOCUMENT = 50_000;

/**
 * The Kubernetes objects of a document, those in a `kind: List` one by one. Of a broken document:
 * those of its last good text, marked stale. What has no kind or no name is no resource, but that
 * with `takesNameless` an absent name is an empty one.
 */
export function readResources(
  document: ManifestDocument,
  assumptions: Assumptions,
  takesNameless = false,
): readonly Resource[] {
  const source = document.status === 'broken' ? document.lastGood : document;
  const resources: Resource[] = [];
  if (source === null) return resources;
  const stale = source !== document;
  forEachManifest(source.value, (manifest, path, type) => {
    const isNamed = takesNameless || textField(recordField(manifest, 'metadata'), 'name') !== null;
    if (type.kind === null || !isNamed) return;
    const place = { document, path, stale };
    const { kind, apiVersion } = type;
    const { defaultNamespace } = assumptions;
    resources.push(readResource(manifest, { kind, apiVersion }, defaultNamespace, place));
  });
  return resources;
}

const TOP: FieldPath = Object.freeze([]);

/** What a manifest says that it is, or the list that it is an item of. */
export interface ManifestType {
  readonly kind: string | null;
  readonly apiVersion: string | null;
}

const NO_TYPE: ManifestType = Object.freeze({ kind: null, apiVersion: null });

/** Calls `visit` with every mapping that stands where a manifest is expected, Lists expanded. */
export function forEachManifest(
  value: unknown,
  visit: (manifest: ValueRecord, path: FieldPath, type: ManifestType) => void,
): void {
  let budget = MAX_RESOURCES_PER_DOCUMENT;
  const walk = (manifest: unknown, path: FieldPath, ofList: ManifestType): void => {
    if (budget <= 0 || !isRecord(manifest)) return;
    budget -= 1;
    const type = typeOf(manifest, ofList);
    const items = listItems(manifest);
    if (items === null) visit(manifest, path, type);
    else {
      const itemType = typeOfItems(type);
      for (let index = 0; index < items.length && budget > 0; index += 1)
        walk(items[index], [...path, 'items', index], itemType);
    }
  };
  walk(value, TOP, NO_TYPE);
}

function typeOf(manifest: ValueRecord, ofList: ManifestType): ManifestType {
  const kind = textField(manifest, 'kind');
  const apiVersion = textField(manifest, 'apiVersion');
  return kind === null && ofList.kind !== null
    ? { kind: ofList.kind, apiVersion: apiVersion ?? ofList.apiVersion }
    : { kind, apiVersion };
}

/** As Kubernetes has it: of `ServiceList` Service, of `List` nothing. */
function typeOfItems({ kind, apiVersion }: ManifestType): ManifestType {
  return kind === null || kind === 'List'
    ? NO_TYPE
    : { kind: kind.slice(0, -'List'.length), apiVersion };
}

function listItems(manifest: ValueRecord): readonly unknown[] | null {
  const kind = textField(manifest, 'kind');
  if (kind === null || !kind.endsWith('List')) return null;
  const items = fieldOf(manifest, 'items');
  if (Array.isArray(items)) return items;
  return kind === 'List' ? [] : null;
}

const OTHER: ResourceDetails = Object.freeze({ type: 'Other' });

function readResource(
  manifest: ValueRecord,
  type: { readonly kind: string; readonly apiVersion: string | null },
  defaultNamespace: string,
  { document, path, stale }: Pick<Resource, 'document' | 'path' | 'stale'>,
): Resource {
  const { kind } = type;
  const metadata = recordField(manifest, 'metadata');
  const name = textField(metadata, 'name') ?? '';
  const apiVersion = type.apiVersion ?? '';
  const slash = apiVersion.indexOf('/');
  const group = slash < 0 ? '' : apiVersion.slice(0, slash);
  const version = apiVersion.slice(slash + 1);
  const known = findResourceKind(group, version, kind);
  const written = textField(metadata, 'namespace');
  const namespace = isClusterScoped(kind) ? '' : (written ?? defaultNamespace);
  return {
    id: `${kindOfId(group, kind, known !== undefined)}/${namespace}/${name}`,
    group,
    version,
    kind,
    namespace,
    name,
    namespaceIsWritten: written !== null,
    labels: labelsField(metadata, 'labels'),
    value: manifest,
    document,
    path,
    stale,
    details: known === undefined ? OTHER : known.readDetails(manifest),
  };
}
