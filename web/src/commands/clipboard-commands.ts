import {
  applyCommand,
  drawMermaid,
  drawRoutesTable,
  findResource,
  resourceText,
} from '@portolan/model';
import { copyText } from '../ui/copy-text.ts';
import { notify } from '../view-state/notice.ts';
import type { Command, CommandContext } from './command.ts';
import { countCopied, deleteResources, selectedResourceIds } from './edit-commands.ts';
import { writeNoteLines } from './note-clipboard.ts';
import { sayCount } from './say-count.ts';
import { selectedNotes } from './selected-nodes.ts';

/** Puts the manifests of the selected nodes into the clipboard, as they are written, and the selected notes. */
export const COPY_SELECTION: Command = {
  id: 'copy-selection',
  title: 'Copy what is selected',
  shortcuts: [{ keys: 'Ctrl+C', scope: 'canvas' }],
  writes: false,
  isEnabled: (context) => countCopied(context) > 0,
  run: (context) => {
    const { text, what } = readSelection(context);
    copy(context, text, `${what} in the clipboard, as YAML.`);
  },
};

/** Copies the manifests of the selected nodes, and takes them out of the text. */
export const CUT_SELECTION: Command = {
  id: 'cut-selection',
  title: 'Cut what is selected',
  shortcuts: [{ keys: 'Ctrl+X', scope: 'canvas' }],
  writes: true,
  isEnabled: (context) => countCopied(context) > 0,
  run: (context) => {
    const { text, what } = readSelection(context);
    const ids = selectedResourceIds(context);
    copy(context, text, `${what} in the clipboard, as YAML.`, () =>
      deleteResources(context, ids, false),
    );
  },
};

/** Copies a command line for a shell that applies the whole text. */
export const COPY_APPLY: Command = copyCommand(
  'copy-apply',
  'Copy as a kubectl apply command',
  'The command is in the clipboard: paste it into a shell.',
  ({ session }) => applyCommand(session.text()),
);

/** Copies the map as a Mermaid flowchart. */
export const COPY_MERMAID: Command = copyCommand(
  'copy-mermaid',
  'Copy the map as Mermaid',
  'The map is in the clipboard as a Mermaid flowchart.',
  ({ session }) => drawMermaid(session.store.getState().snapshot.topology),
);

/** Copies all routes as a Markdown table. */
export const COPY_ROUTES_TABLE: Command = copyCommand(
  'copy-routes-table',
  'Copy the routes as a Markdown table',
  'The routes are in the clipboard as a Markdown table.',
  ({ session }) => drawRoutesTable(session.store.getState().snapshot),
);

/** What copies something. */
export const CLIPBOARD_COMMANDS: readonly Command[] = [
  COPY_SELECTION,
  CUT_SELECTION,
  COPY_APPLY,
  COPY_MERMAID,
  COPY_ROUTES_TABLE,
];

function copyCommand(
  id: string,
  title: string,
  message: string,
  textOf: (context: CommandContext) => string,
): Command {
  return {
    id,
    title,
    shortcuts: [],
    writes: false,
    isEnabled: () => true,
    run: (context) => copy(context, textOf(context), message),
  };
}

function copy(context: CommandContext, text: string, message: string, after?: () => void): void {
  void copyText(text).then((isCopied) => {
    if (!isCopied) {
      notify(
        context.view,
        'error',
        'The browser did not allow copying. Download the file instead.',
      );
      return;
    }
    after?.();
    notify(context.view, 'success', message);
  });
}

function readSelection(context: CommandContext) {
  const { snapshot } = context.session.store.getState();
  const resources = selectedResourceIds(context).flatMap((id) => findResource(snapshot, id) ?? []);
  const notes = selectedNotes(context);
  const [first] = resources;
  const isOne = resources.length === 1 && notes.length === 0;
  const count = sayCount(resources.length, notes.length);
  const verb = resources.length + notes.length === 1 ? 'is' : 'are';
  const what = isOne ? `${first?.kind} ${first?.name} is` : `${capital(count)} ${verb}`;
  return { text: resources.map(resourceText).join('---\n') + writeNoteLines(notes), what };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
