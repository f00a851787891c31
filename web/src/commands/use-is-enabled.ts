import { useStore } from 'zustand';
import type { Command } from './command.ts';
import { useCommandContext } from './command-context.ts';

/** Whether the command can run now; the component renders when that changes. */
export function useIsEnabled(command: Command): boolean {
  const context = useCommandContext();
  const bySession = useStore(context.session.store, () => command.isEnabled(context));
  const byView = useStore(context.view, () => command.isEnabled(context));
  return bySession && byView;
}
