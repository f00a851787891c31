import type { FieldPath } from '../documents/field-path.ts';
import type { Resource } from '../resources/resource.ts';
import { fieldOf, isRecord } from '../resources/tolerant-value.ts';
import type { FieldOrigin } from './topology.ts';

/** The field as an edge's origin; where the manifest does not have it, the nearest field above it. */
export function originAt(resource: Resource, path: FieldPath): FieldOrigin {
  let value: unknown = resource.value;
  let depth = 0;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'number' && step < value.length)
      value = value[step];
    else if (isRecord(value) && Object.hasOwn(value, step)) value = fieldOf(value, String(step));
    else break;
    depth += 1;
  }
  return { resourceId: resource.id, path: depth === path.length ? path : path.slice(0, depth) };
}
