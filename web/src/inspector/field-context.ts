import {
  type EditCommand,
  type FieldPath,
  type FieldValue,
  type Resource,
  valueAt,
} from '@portolan/model';
import { createContext, useContext, useMemo } from 'react';
import type { CommandContext } from '../commands/command.ts';
import { notify } from '../view-state/notice.ts';

/** What the fields of the inspector are about. */
export interface InspectedResource {
  readonly resource: Resource;
  /** False while the sketch is only looked at. */
  readonly canWrite: boolean;
  /** Writes one edit as one undo step, and says why where it cannot be done. True where it was written. */
  readonly write: (command: EditCommand) => boolean;
  /** Writes several edits as one undo step, all or none of them. */
  readonly writeAll: (commands: readonly EditCommand[], label: string) => boolean;
}

/** The resource whose fields are shown. */
export const InspectedContext = createContext<InspectedResource | null>(null);

/** The resource that a field belongs to. Throws outside of an InspectedContext. */
export function useInspected(): InspectedResource {
  const inspected = useContext(InspectedContext);
  if (inspected === null) throw new Error('useInspected() needs an InspectedContext above it');
  return inspected;
}

/** What the fields of a resource read and write; selection and focus stay in the inspector. */
export function useInspection(context: CommandContext, resource: Resource): InspectedResource {
  return useMemo(() => {
    const { session, view } = context;
    const told = (result: { readonly ok: true } | { readonly ok: false; reason: string }) => {
      if (!result.ok) notify(view, 'warning', result.reason);
      return result.ok;
    };
    return {
      resource,
      canWrite: session.readOnlyReason === null,
      write: (command) => told(session.dispatch(command)),
      writeAll: (commands, label) => told(session.dispatchAll(commands, label)),
    };
  }, [context, resource]);
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
