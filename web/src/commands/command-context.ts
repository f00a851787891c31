import { createContext, useContext } from 'react';
import type { CommandContext } from './command.ts';

/** What commands work on in this window. The object is the same as long as the same sketch is open. */
export const CommandReactContext = createContext<CommandContext | null>(null);

/** What to run commands with. Throws outside of a CommandReactContext. */
export function useCommandContext(): CommandContext {
  const context = useContext(CommandReactContext);
  if (context === null) throw new Error('useCommandContext() needs a CommandReactContext above it');
  return context;
}
