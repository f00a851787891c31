import { requestNote } from '../view-state/view-state.ts';
import type { Command } from './command.ts';

/** Puts a note in the middle of what is in view, ready to be written. */
export const ADD_NOTE: Command = {
  id: 'add-note',
  title: 'Add a note',
  shortcuts: [{ keys: 'N', scope: 'canvas' }],
  writes: true,
  isEnabled: () => true,
  run: ({ view }) => requestNote(view),
};
