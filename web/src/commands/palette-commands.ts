import { showDialog } from '../view-state/view-state.ts';
import type { Command, Shortcut } from './command.ts';
import type { PaletteMode } from './palette/palette-mode.ts';
import { onlySelectedNode } from './selected-nodes.ts';

/** Lists everything that can be done, and everything on the map. */
export const OPEN_PALETTE = paletteCommand('all', 'Search and commands', [
  // In the editor it begins chords, and the editor keeps it.
  { keys: 'Ctrl+K', scope: 'text-fields-too' },
  { keys: 'Ctrl+Shift+P', scope: 'text-fields-too' },
  { keys: 'F1', scope: 'text-fields-too' },
]);

/** Finds a node by name, host, path, port or kind, and goes there. */
export const FIND_ON_MAP = paletteCommand('find', 'Find on the map', [
  { keys: 'Ctrl+F', scope: 'canvas' },
]);

/** Lists the kinds that can be added, those first that fit the selected node. */
export const QUICK_ADD = paletteCommand('add', 'Add…', [{ keys: 'A', scope: 'canvas' }]);

/** Lists the nodes that the selected one can be connected to. */
export const CONNECT_TO: Command = {
  ...paletteCommand('connect', 'Connect to…', [{ keys: 'C', scope: 'canvas' }]),
  isEnabled: (context) => onlySelectedNode(context) !== undefined,
};

/** Shows all keys. */
export const SHOW_SHORTCUTS: Command = {
  id: 'show-shortcuts',
  title: 'Keyboard shortcuts',
  shortcuts: [{ keys: '?', scope: 'canvas' }],
  writes: false,
  isEnabled: () => true,
  run: ({ view }) => showDialog(view, { kind: 'shortcuts' }),
};

/** Shows the parts of the screen one by one. */
export const TAKE_TOUR: Command = {
  id: 'take-tour',
  title: 'Take the tour',
  alsoCalled: 'help introduction guide walkthrough',
  shortcuts: [],
  writes: false,
  isEnabled: () => true,
  run: ({ view }) => showDialog(view, { kind: 'tour' }),
};

/** What opens lists to choose from. */
export const PALETTE_COMMANDS: readonly Command[] = [
  OPEN_PALETTE,
  FIND_ON_MAP,
  QUICK_ADD,
  CONNECT_TO,
  SHOW_SHORTCUTS,
  TAKE_TOUR,
];

function paletteCommand(mode: PaletteMode, title: string, shortcuts: readonly Shortcut[]): Command {
  return {
    id: `palette-${mode}`,
    title,
    shortcuts,
    writes: mode === 'add' || mode === 'connect',
    isEnabled: () => true,
    run: ({ view }) => showDialog(view, { kind: 'palette', mode }),
  };
}
