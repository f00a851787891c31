import type { FieldPath } from '../../documents/field-path.ts';
import { treeOf } from '../../documents/tree-of.ts';
import type { Resource } from '../../resources/resource.ts';
import { findUses } from './shared-uses.ts';
import { definitionOf, placeOf } from './written-field.ts';

/** A field whose text other places of the document use, too. */
export interface SharedField {
  /** Name of the anchor without `&`. */
  readonly anchor: string;
  /** How many places use it besides this one. */
  readonly others: number;
}

/**
 * Whether a change of the field where it is written would change other places: through an alias or
 * a merge key. Null where nothing else would follow. The path is relative to the resource.
 */
export function findSharedField(resource: Resource, path: FieldPath): SharedField | null {
  const { document } = resource;
  if (document.status !== 'parsed' || !document.text.includes('*')) {
    return null;
  }
  const tree = treeOf(document);
  const { root, aliases } = tree;
  if (root === null || aliases.length === 0) {
    return null;
  }
  const whole = [...resource.path, ...path];
  const uses = findUses(tree, { kind: 'set', path: whole, value: null });
  if (uses === null || uses.paths.length < 2) {
    return null;
  }
  const used = new Set(aliases.map((alias) => definitionOf(tree, alias)));
  let place = placeOf(root, uses.node) ?? null;
  while (place !== null && !used.has(place.node)) {
    place = place.parent;
  }
  const anchor = place?.node.anchor ?? null;
  return anchor === null ? null : { anchor, others: uses.paths.length - 1 };
}
