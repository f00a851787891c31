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
 * those of its last good text, marked stale. What has no kind or no name is no resource.
 */
export function readResources(
  document: ManifestDocument,
  assumptions: Assumptions,
): readonly Resource[] {
  const source = document.status === 'broken' ? document.lastGood : document;
  const resources: Resource[] = [];
  if (source === null) return resources;
  const stale = source !== document;
  forEachManifest(source.value, (manifest, path) => {
    const resource = readResource(manifest, assumptions.defaultNamespace, {
      document,
      path,
      stale,
    });
    if (resource !== null) resources.push(resource);
  });
  return resources;
}

const TOP: FieldPath = Object.freeze([]);

/** Calls `visit` with every mapping that stands where a manifest is expected, Lists expanded. */
export function forEachManifest(
  value: unknown,
  visit: (manifest: ValueRecord, path: FieldPath) => void,
): void {
  let budget = MAX_RESOURCES_PER_DOCUMENT;
  const walk = (manifest: unknown, path: FieldPath): void => {
    if (budget <= 0 || !isRecord(manifest)) return;
    budget -= 1;
    const items = listItems(manifest);
    if (items === null) visit(manifest, path);
    else {
      for (let index = 0; index < items.length && budget > 0; index += 1)
        walk(items[index], [...path, 'items', index]);
    }
  };
  walk(value, TOP);
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
  defaultNamespace: string,
  { document, path, stale }: Pick<Resource, 'document' | 'path' | 'stale'>,
): Resource | null {
  const kind = textField(manifest, 'kind');
  const metadata = recordField(manifest, 'metadata');
  const name = textField(metadata, 'name');
  if (kind === null || name === null) return null;
  const apiVersion = textField(manifest, 'apiVersion') ?? '';
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
