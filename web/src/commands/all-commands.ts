import { ADD_COMMANDS } from './add-commands.ts';
import { ALIGN_COMMANDS, TIDY_SELECTION } from './align-commands.ts';
import { SHOW_ASSUMPTIONS } from './assumption-commands.ts';
import { CLIPBOARD_COMMANDS } from './clipboard-commands.ts';
import type { Command } from './command.ts';
import { DOWNLOAD_COMMANDS } from './download-commands.ts';
import { DRAWING_COMMANDS } from './drawing-commands.ts';
import { DELETE_SELECTION, DUPLICATE, RENAME } from './edit-commands.ts';
import { COPY_ALL, OPEN_FILES, OPEN_FOLDER } from './file-commands.ts';
import { FOLD_COMMANDS } from './fold-commands.ts';
import { HABIT_COMMANDS } from './habit-commands.ts';
import { REDO, UNDO } from './history-commands.ts';
import { NAMESPACE_COMMANDS } from './namespace-commands.ts';
import { ADD_NOTE } from './note-commands.ts';
import { PALETTE_COMMANDS } from './palette-commands.ts';
import { PANE_COMMANDS } from './pane-commands.ts';
import { PICTURE_COMMANDS } from './picture-commands.ts';
import { PRESENT } from './present-commands.ts';
import { PROBLEM_COMMANDS } from './problem-commands.ts';
import { RECONNECT_COMMANDS } from './reconnect-commands.ts';
import { REQUEST_COMMANDS } from './requests/request-commands.ts';
import { SAVE_COMMANDS } from './saving/save-commands.ts';
import { SHARE } from './share-commands.ts';
import { SHOW_TEXT } from './show-text.ts';
import { SKETCH_COMMANDS } from './sketch-commands.ts';
import { TRACE_COMMANDS } from './trace-commands.ts';
import {
  SWITCH_THEME,
  THEME_COMMANDS,
  TIDY,
  TOGGLE_BOX_TOOL,
  TOGGLE_EDITOR,
  TOGGLE_SIDE,
  ZOOM_COMMANDS,
} from './view-commands.ts';

/** Everything that a user can do by menu, key or palette. */
export const ALL_COMMANDS: readonly Command[] = [
  UNDO,
  REDO,
  ...PALETTE_COMMANDS,
  ...DRAWING_COMMANDS,
  ...ADD_COMMANDS,
  ADD_NOTE,
  RENAME,
  DUPLICATE,
  DELETE_SELECTION,
  ...CLIPBOARD_COMMANDS,
  ...RECONNECT_COMMANDS,
  TIDY,
  TIDY_SELECTION,
  ...ALIGN_COMMANDS,
  ...NAMESPACE_COMMANDS,
  ...FOLD_COMMANDS,
  ...SKETCH_COMMANDS,
  SHOW_ASSUMPTIONS,
  OPEN_FILES,
  OPEN_FOLDER,
  ...SAVE_COMMANDS,
  COPY_ALL,
  ...DOWNLOAD_COMMANDS,
  ...PICTURE_COMMANDS,
  SHARE,
  ...ZOOM_COMMANDS,
  TOGGLE_BOX_TOOL,
  TOGGLE_EDITOR,
  TOGGLE_SIDE,
  PRESENT,
  SHOW_TEXT,
  ...PANE_COMMANDS,
  ...PROBLEM_COMMANDS,
  ...TRACE_COMMANDS,
  ...REQUEST_COMMANDS,
  SWITCH_THEME,
  ...THEME_COMMANDS,
  ...HABIT_COMMANDS,
];
