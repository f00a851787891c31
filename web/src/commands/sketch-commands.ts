import { showDialog } from '../view-state/view-state.ts';
import type { Command } from './command.ts';
import { openText } from './file-commands.ts';

/** Begins an empty sketch; what was open stays stored. */
export const NEW_SKETCH: Command = {
  id: 'new-sketch',
  title: 'New, empty',
  shortcuts: [],
  writes: false,
  isEnabled: () => true,
  run: (context) => void openText(context, 'Untitled', ''),
};

/** Asks for another name of the open sketch. */
export const NAME_SKETCH: Command = {
  id: 'name-sketch',
  title: 'Rename this sketch…',
  shortcuts: [],
  writes: true,
  isEnabled: () => true,
  run: ({ view }) => showDialog(view, { kind: 'name-sketch' }),
};

/** Asks for YAML, and opens it as a sketch of its own. */
export const OPEN_PASTED: Command = {
  id: 'open-pasted',
  title: 'Open pasted YAML…',
  shortcuts: [],
  writes: false,
  isEnabled: () => true,
  run: ({ view }) => showDialog(view, { kind: 'paste' }),
};

/** Shows all sketches and samples, to open, duplicate and delete. */
export const SHOW_SKETCHES: Command = {
  id: 'show-sketches',
  title: 'All sketches…',
  shortcuts: [],
  writes: false,
  isEnabled: () => true,
  run: ({ view }) => showDialog(view, { kind: 'sketches' }),
};

/** Shows what the open sketch said before, to go back to it. */
export const SHOW_VERSIONS: Command = {
  id: 'show-versions',
  title: 'Earlier versions…',
  shortcuts: [],
  writes: true,
  isEnabled: () => true,
  run: ({ view }) => showDialog(view, { kind: 'versions' }),
};

/** What can be done with sketches, beside opening files. */
export const SKETCH_COMMANDS: readonly Command[] = [
  SHOW_SKETCHES,
  SHOW_VERSIONS,
  NAME_SKETCH,
  NEW_SKETCH,
  OPEN_PASTED,
];
