import { compareText } from '../text/compare-text.ts';
import { createdAt } from './created-at.ts';
import type { Resource } from './resource.ts';

/**
 * The resources in the order in which istiod takes those of a kind: by their time of creation, what
 * has none first; then by name, then by namespace (`configCompareByCreationTime`).
 */
export function sortByAge<Item extends Resource>(resources: readonly Item[]): readonly Item[] {
  const aged = resources.map((resource) => ({ resource, at: createdAt(resource) ?? 0 }));
  aged.sort(
    (one, other) =>
      one.at - other.at ||
      compareText(one.resource.name, other.resource.name) ||
      compareText(one.resource.namespace, other.resource.namespace),
  );
  return aged.map(({ resource }) => resource);
}
