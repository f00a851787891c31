import {
  type ChangeScope,
  type EditCommand,
  type FieldPath,
  type FieldValue,
  findSharedField,
  type Resource,
  valueAt,
} from '@portolan/model';
import { createContext, useContext, useMemo, useState } from 'react';
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
  /** Where changes of a part with this anchor count: here, until everywhere is chosen. */
  readonly scopeOf: (anchor: string) => ChangeScope;
  readonly setScope: (anchor: string, scope: ChangeScope) => void;
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
  const [everywhere, setEverywhere] = useState<readonly string[]>([]);
  return useMemo(() => {
    const { session, view } = context;
    const told = (result: { readonly ok: true } | { readonly ok: false; reason: string }) => {
      if (!result.ok) notify(view, 'warning', result.reason);
      return result.ok;
    };
    const scopeOf = (anchor: string): ChangeScope =>
      everywhere.includes(anchor) ? 'everywhere' : 'here';
    const scoped = (command: EditCommand) => withScope(command, resource, scopeOf);
    return {
      resource,
      scopeOf,
      setScope: (anchor, scope) =>
        setEverywhere((anchors) => [
          ...anchors.filter((one) => one !== anchor),
          ...(scope === 'everywhere' ? [anchor] : []),
        ]),
      canWrite: session.readOnlyReason === null,
      write: (command) => told(session.dispatch(scoped(command))),
      writeAll: (commands, label) => told(session.dispatchAll(commands.map(scoped), label)),
    };
  }, [context, resource, everywhere]);
}

/** The command with where it counts, if other places use the field as well. */
function withScope(
  command: EditCommand,
  resource: Resource,
  scopeOf: InspectedResource['scopeOf'],
): EditCommand {
  if (!('path' in command) || command.kind === 'duplicate-item') return command;
  const shared = findSharedField(resource, command.path);
  return shared === null ? command : { ...command, scope: scopeOf(shared.anchor) };
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
