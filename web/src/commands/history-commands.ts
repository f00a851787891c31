import type { Command } from './command.ts';

/** Takes the last step back, wherever it was done. */
export const UNDO: Command = {
  id: 'undo',
  title: 'Undo',
  shortcuts: [{ keys: 'Ctrl+Z', scope: 'everywhere' }],
  writes: true,
  isEnabled: ({ session }) => session.store.getState().undoLabel !== null,
  run: ({ session }) => session.undo(),
};

/** Brings back what undo took. */
export const REDO: Command = {
  id: 'redo',
  title: 'Redo',
  shortcuts: [
    { keys: 'Ctrl+Shift+Z', scope: 'everywhere' },
    { keys: 'Ctrl+Y', scope: 'everywhere' },
  ],
  writes: true,
  isEnabled: ({ session }) => session.store.getState().redoLabel !== null,
  run: ({ session }) => session.redo(),
};
