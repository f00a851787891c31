import type { Session } from '../session/session.ts';
import { notify } from '../view-state/notice.ts';
import type { CommandContext } from './command.ts';

const told = new WeakSet<Session>();

/** Says why nothing can be changed: once for each sketch that is only looked at. */
export function tellReadOnly({ session, view }: Pick<CommandContext, 'session' | 'view'>): void {
  if (session.readOnlyReason === null || told.has(session)) return;
  told.add(session);
  notify(view, 'info', session.readOnlyReason);
}
