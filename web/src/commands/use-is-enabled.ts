import { useStore } from 'zustand';
import { type Command, isAvailable } from './command.ts';
import { useCommandContext } from './command-context.ts';

/** Whether the command can run now; the component renders when that changes. */
export function useIsEnabled(command: Command): boolean {
  const context = useCommandContext();
  const bySession = useStore(context.session.store, () => isAvailable(command, context));
  const byView = useStore(context.view, () => isAvailable(command, context));
  return bySession && byView;
}
