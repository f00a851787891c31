import { type Field, type FieldPath, type FieldValue, valueAt } from '@portolan/model';
import { type ComponentType, createContext, useContext } from 'react';
import { useInspected } from '../field-context.ts';
import type { FieldSpot } from './field-spot.ts';
import { removalPath } from './removal-path.ts';

/** What all the fields under "More" share. */
export interface MoreFieldsContext {
  /** The resource itself as a field. */
  readonly root: Field;
  /** Whether a field has a control of its own above, so that it need not be shown again. */
  readonly isCurated: (path: FieldPath) => boolean;
  /** Shows what a field holds; fields hold fields, and so the view of one needs that of another. */
  readonly Content: ComponentType<{ readonly spot: FieldSpot }>;
}

/** The kind whose fields are shown. */
export const MoreContext = createContext<MoreFieldsContext | null>(null);

/** The kind that a field belongs to. Throws outside of a MoreContext. */
export function useMore(): MoreFieldsContext {
  const more = useContext(MoreContext);
  if (more === null) throw new Error('useMore() needs a MoreContext above it');
  return more;
}

/** A field at its place: its value now, and what sets it, and removes it without leaving empty ones. */
export function useSpot({ path }: FieldSpot): {
  readonly value: unknown;
  readonly set: (value: FieldValue) => boolean;
  readonly remove: () => boolean;
} {
  const { root } = useMore();
  const { resource, write } = useInspected();
  const value = valueAt(resource.value, path);
  return {
    value,
    set: (next) => write({ kind: 'set', resource: resource.id, path, value: next }),
    remove: () =>
      value === undefined ||
      write({
        kind: 'remove',
        resource: resource.id,
        path: removalPath(root, resource.value, path),
      }),
  };
}
