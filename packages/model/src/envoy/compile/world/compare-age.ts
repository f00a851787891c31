import type { Resource } from '../../../resources/resource.ts';
import { recordField, textField } from '../../../resources/tolerant-value.ts';

/**
 * The order in which istiod takes resources of a kind: by their time of creation, what has none
 * first; then by name, then by namespace (`configCompareByCreationTime`).
 */
export function compareAge(one: Resource, other: Resource): number {
  return (
    createdAt(one) - createdAt(other) ||
    compareText(one.name, other.name) ||
    compareText(one.namespace, other.namespace)
  );
}

/** The resources in the order of `compareAge`. */
export function sortByAge<Item extends Resource>(resources: readonly Item[]): readonly Item[] {
  const aged = resources.map((resource) => ({ resource, at: createdAt(resource) }));
  aged.sort(
    (one, other) =>
      one.at - other.at ||
      compareText(one.resource.name, other.resource.name) ||
      compareText(one.resource.namespace, other.resource.namespace),
  );
  return aged.map(({ resource }) => resource);
}

/** Milliseconds; 0 where no time is written that can be read. */
function createdAt({ value }: Resource): number {
  const written = textField(recordField(value, 'metadata'), 'creationTimestamp');
  const time = written === null ? 0 : Date.parse(written);
  return Number.isNaN(time) ? 0 : time;
}

/** By code units, as Go compares strings of ASCII. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
