import { announce } from '../ui/announce.ts';
import { movePaneFocus } from '../ui/pane-focus.ts';
import type { Command } from './command.ts';

/** Goes round the panes with the keyboard: canvas, YAML, problems and outline, top bar. */
export const PANE_COMMANDS: readonly Command[] = [
  paneCommand('next-pane', 'Go to the next pane', 'F6', 1),
  paneCommand('previous-pane', 'Go to the pane before', 'Shift+F6', -1),
];

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
