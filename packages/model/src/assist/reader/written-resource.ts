import type { FieldPath } from '../../documents/field-path.ts';
import type { ResourceId } from '../../resources/resource.ts';
import { idKindOf } from '../../resources/resource-kind.ts';
import type { LooseNode } from './loose-node.ts';
import { findLoose, looseText } from './loose-value.ts';

/** The resource that the cursor is in, as far as it is written. What is not written is empty. */
export interface WrittenResource {
  /** Where it is in its document: `[]`, or `['items', 2]` in a List. */
  readonly path: FieldPath;
  readonly node: LooseNode | null;
  readonly apiVersion: string;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  /** The default one where none is written. */
  readonly namespace: string;
  readonly id: ResourceId;
}

/** Reads what a document says of the resource that a path leads into. */
export function readWrittenResource(
  root: LooseNode | null,
  path: FieldPath,
  defaultNamespace: string,
): WrittenResource {
  const [first, second] = path;
  const isItem =
    first === 'items' && typeof second === 'number' && looseText(root, ['kind']).endsWith('List');
  const own = isItem ? [first, second] : [];
  const node = findLoose(root, own) ?? null;
  const apiVersion = looseText(node, ['apiVersion']);
  const slash = apiVersion.indexOf('/');
  const group = slash < 0 ? '' : apiVersion.slice(0, slash);
  const kind = looseText(node, ['kind']);
  const name = looseText(node, ['metadata', 'name']);
  const namespace = looseText(node, ['metadata', 'namespace']) || defaultNamespace;
  const id = `${idKindOf(group, kind)}/${namespace}/${name}`;
  const version = apiVersion.slice(slash + 1);
  return { path: own, node, apiVersion, group, version, kind, name, namespace, id };
}
