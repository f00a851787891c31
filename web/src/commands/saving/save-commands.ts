import type { Command } from '../command.ts';
import { saveAsFile, saveFiles } from './save-files.ts';

/** Saves to the files that the sketch came from. */
export const SAVE: Command = {
  id: 'save',
  title: 'Save',
  shortcuts: [{ keys: 'Ctrl+S', scope: 'text-fields-too' }],
  writes: false,
  isEnabled: () => true,
  run: (context) => {
    takeOverField();
    void saveFiles(context);
  },
};

/** Saves to a file that is asked for. */
export const SAVE_AS: Command = {
  id: 'save-as',
  title: 'Save as a file…',
  shortcuts: [{ keys: 'Ctrl+Shift+S', scope: 'text-fields-too' }],
  writes: false,
  isEnabled: () => true,
  run: (context) => {
    takeOverField();
    void saveAsFile(context);
  },
};

/** What writes to the user's disk and remembers where. */
export const SAVE_COMMANDS: readonly Command[] = [SAVE, SAVE_AS];

/** What is being typed into a field counts when the field is left: it is part of what is saved. */
function takeOverField(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) return;
  field.blur();
  field.focus();
}
