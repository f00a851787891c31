import {
  type EditCommand,
  type FieldPath,
  type FieldValue,
  type Resource,
  valueAt,
} from '@portolan/model';
import { createContext, useContext } from 'react';
import type { CommandContext } from '../commands/command.ts';
import { notify } from '../view-state/notice.ts';

/** What the fields of the inspector are about. */
export interface InspectedResource {
  readonly resource: Resource;
  /** Writes one edit as one undo step, and says why where it cannot be done. True where it was written. */
  readonly write: (command: EditCommand) => boolean;
}

/** The resource whose fields are shown. */
export const InspectedContext = createContext<InspectedResource | null>(null);

/** The resource that a field belongs to. Throws outside of an InspectedContext. */
export function useInspected(): InspectedResource {
  const inspected = useContext(InspectedContext);
  if (inspected === null) throw new Error('useInspected() needs an InspectedContext above it');
  return inspected;
}

/** Writes an edit without moving selection or focus, which stay in the inspector. */
export function writeEdit({ session, view }: CommandContext, command: EditCommand): boolean {
  const result = session.dispatch(command);
  if (!result.ok) notify(view, 'warning', result.reason);
  return result.ok;
}

/** One field of the inspected resource: its value now, and what sets and removes it. */
export function useField(path: FieldPath): {
  readonly value: unknown;
  readonly set: (value: FieldValue) => boolean;
  readonly remove: () => boolean;
} {
  const { resource, write } = useInspected();
  const value = valueAt(resource.value, path);
  return {
    value,
    set: (next) => write({ kind: 'set', resource: resource.id, path, value: next }),
    remove: () => value === undefined || write({ kind: 'remove', resource: resource.id, path }),
  };
}
