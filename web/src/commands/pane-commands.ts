import { announce } from '../ui/announce.ts';
import { enterPane, movePaneFocus } from '../ui/pane-focus.ts';
import { changePanes, type ViewStore } from '../view-state/view-state.ts';
import type { Command } from './command.ts';

/** Shows the fields of what is selected, and goes there. */
export const SHOW_FIELDS: Command = {
  id: 'show-fields',
  title: 'Go to the fields of what is selected',
  shortcuts: [{ keys: 'Alt+Enter', scope: 'canvas' }],
  writes: false,
  isEnabled: () => true,
  run: ({ view }) => showFields(view),
};

/** Goes round the panes with the keyboard: canvas, YAML or fields, problems and outline, top bar. */
export const PANE_COMMANDS: readonly Command[] = [
  SHOW_FIELDS,
  paneCommand('next-pane', 'Go to the next pane', 'F6', 1),
  paneCommand('previous-pane', 'Go to the pane before', 'Shift+F6', -1),
];

/** Shows the fields of what is selected, and takes the keyboard there. */
export function showFields(view: ViewStore): void {
  changePanes(view, { editorOpen: true, sideTab: 'inspector' });
  // They are there once the pane has changed.
  setTimeout(() => {
    const name = enterPane('inspector');
    if (name !== null) announce(name);
  });
}

function paneCommand(id: string, title: string, keys: string, step: 1 | -1): Command {
  return {
    id,
    title,
    shortcuts: [{ keys, scope: 'text-fields-too' }],
    writes: false,
    isEnabled: () => true,
    run: () => {
      const name = movePaneFocus(step);
      if (name !== null) announce(name);
    },
  };
}
