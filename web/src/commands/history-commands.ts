import { requestReveal } from '../view-state/view-state.ts';
import type { Command, CommandContext } from './command.ts';

/** Takes the last step back, wherever it was done. */
export const UNDO: Command = {
  id: 'undo',
  title: 'Undo',
  shortcuts: [{ keys: 'Ctrl+Z', scope: 'written-fields-too' }],
  writes: true,
  isEnabled: ({ session }) => session.store.getState().undoLabel !== null,
  run: (context) => showReturned(context, () => context.session.undo()),
};

/** Brings back what undo took. */
export const REDO: Command = {
  id: 'redo',
  title: 'Redo',
  shortcuts: [
    { keys: 'Ctrl+Shift+Z', scope: 'written-fields-too' },
    { keys: 'Ctrl+Y', scope: 'written-fields-too' },
  ],
  writes: true,
  isEnabled: ({ session }) => session.store.getState().redoLabel !== null,
  run: (context) => showReturned(context, () => context.session.redo()),
};

/** Brings into view what a step brings back. */
function showReturned({ session, view }: CommandContext, step: () => void): void {
  const before = new Set(session.store.getState().snapshot.topology.nodes.map(({ id }) => id));
  step();
  const { nodes } = session.store.getState().snapshot.topology;
  const [returned] = nodes.filter(({ id }) => !before.has(id));
  if (returned !== undefined) requestReveal(view, { kind: 'node', id: returned.id }, 'whole');
}
