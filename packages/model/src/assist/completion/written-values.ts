import type { FieldPath } from '../../documents/field-path.ts';
import type { Labels } from '../../resources/resource.ts';
import type { CursorContext } from '../cursor-context.ts';
import type { LooseNode } from '../reader/loose-node.ts';
import { findLoose, looseText, looseValue } from '../reader/loose-value.ts';

/** The texts of a list, as far as they are written. */
export function textsAt(node: LooseNode | null, path: FieldPath): readonly string[] {
  const list = findLoose(node, path);
  if (list?.kind !== 'sequence') return [];
  return list.items.flatMap(({ value }) => (value?.kind === 'scalar' ? [value.text] : []));
}

/** Labels, as far as they are written. */
export function labelsAt(node: LooseNode | null, path: FieldPath): Labels {
  const written = looseValue(findLoose(node, path) ?? null);
  if (typeof written !== 'object' || written === null) return {};
  const labels = Object.entries(written).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(labels);
}

/** The host that the cursor's field is about: the nearest one that is written around it. */
export function nearestHost({ resource, path }: CursorContext): string {
  for (let length = path.length - 1; length > 0; length--) {
    const host = looseText(resource.node, [...path.slice(0, length), 'host']);
    if (host !== '') return host;
  }
  return '';
}
