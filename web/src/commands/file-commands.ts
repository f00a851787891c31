import type { SketchContent } from '../session/sketches/sketch.ts';
import type { Opened } from '../session/sketches/workspace.ts';
import { readSketchFile } from '../sharing/sketch-file.ts';
import { copyText } from '../ui/copy-text.ts';
import { notify } from '../view-state/notice.ts';
import { requestFocus, requestReveal, select } from '../view-state/view-state.ts';
import type { Command, CommandContext } from './command.ts';
import { addWithNotes } from './edit-commands.ts';
import type { GivenFiles } from './files/collect-files.ts';
import { pickFiles, pickFolder } from './files/pick-files.ts';
import { type ReadFilesResult, readManifestFiles } from './files/read-files.ts';
import { readNoteLines } from './note-clipboard.ts';
import { runEdit } from './run-edit.ts';
import { sayCount } from './say-count.ts';

/** Puts the whole text into the clipboard. */
export const COPY_ALL: Command = {
  id: 'copy-all',
  title: 'Copy YAML',
  shortcuts: [],
  writes: false,
  isEnabled: () => true,
  run: ({ session, view }) => {
    void copyText(session.text()).then((isCopied) => {
      if (isCopied) notify(view, 'success', 'All of the YAML is in the clipboard.');
      else notify(view, 'error', 'The browser did not allow copying. Download the file instead.');
    });
  },
};

/** Asks for files and opens them. */
export const OPEN_FILES: Command = {
  id: 'open-files',
  title: 'Open files…',
  shortcuts: [{ keys: 'Ctrl+O', scope: 'everywhere' }],
  writes: false,
  isEnabled: () => true,
  run: (context) => void pickFiles().then((given) => openFiles(context, given)),
};

/** Asks for a folder and opens the manifests in it. */
export const OPEN_FOLDER: Command = {
  id: 'open-folder',
  title: 'Open a folder…',
  shortcuts: [],
  writes: false,
  isEnabled: () => true,
  run: (context) =>
    void pickFolder().then((given) => {
      if (!given.isChosen || given.files.length > 0) return openFiles(context, given);
      const reason = 'There are no manifests in it: no file that ends in .yaml, .yml or .json.';
      return notify(context.view, 'warning', reason);
    }),
};

/** Opens files as one sketch of its own; what was open stays stored, and is one click away. */
export async function openFiles(context: CommandContext, given: GivenFiles): Promise<void> {
  if (given.files.length === 0) return;
  const result = await readManifestFiles(given.files);
  if (!result.ok) {
    notify(context.view, 'error', result.reason);
    return;
  }
  const sketch = readSketchFile(result.text);
  switch (sketch.kind) {
    case 'other':
      if (await openText(context, result.name, result.text)) await linkDisk(context, given, result);
      return;
    case 'sketch':
      return openCopy(context, sketch.content);
    case 'unreadable':
      notify(context.view, 'error', `${result.name} was not opened. ${sketch.reason}`);
  }
}

/** Remembers where the open sketch came from, where all of it can be written again. */
async function linkDisk(
  { workspace }: CommandContext,
  { files: given, folder }: GivenFiles,
  { name, text, texts }: Extract<ReadFilesResult, { readonly ok: true }>,
): Promise<void> {
  const files = texts.flatMap((file) => {
    const handle = given.find(({ path }) => path === file.path)?.handle;
    return handle ? [{ ...file, handle }] : [];
  });
  if (files.length < texts.length) return;
  await workspace.linkDisk({ name, folder, files, savedText: text, savedAt: null });
}

/** Opens a text as a sketch of its own, and offers the way back. False where that was cancelled. */
export async function openText(
  { workspace, view }: Pick<CommandContext, 'workspace' | 'view'>,
  name: string,
  text: string,
): Promise<boolean> {
  const opened = await workspace.openText(name, text);
  tellOpened({ workspace, view }, name, opened);
  return opened !== null;
}

/** Opens what came from elsewhere, with its places and all, as a sketch of the user's own. */
export async function openCopy(
  { workspace, view }: Pick<CommandContext, 'workspace' | 'view'>,
  content: SketchContent,
): Promise<void> {
  tellOpened({ workspace, view }, content.name, await workspace.openCopy(content));
}

/** Says what was opened, and offers the way back to what was open before. */
function tellOpened(
  { workspace, view }: Pick<CommandContext, 'workspace' | 'view'>,
  name: string,
  opened: Opened | null,
): void {
  if (opened === null) return;
  const { before } = opened;
  if (before === null) {
    notify(view, 'success', `Opened ${name} as a sketch of your own. It is kept in this browser.`);
    return;
  }
  notify(view, 'success', `Opened ${name}. ${before.name} is kept.`, {
    label: 'Go back',
    run: () => void openStored({ workspace, view }, before.id),
  });
}

/** Opens a stored sketch again. */
export async function openStored(
  { workspace, view }: Pick<CommandContext, 'workspace' | 'view'>,
  id: string,
): Promise<void> {
  const opened = await workspace.openSketch(id);
  if (opened === 'missing') notify(view, 'warning', 'That sketch is not in this browser any more.');
}

/** Adds pasted manifests to the text, and pasted notes to the map, as one undo step, and selects them. */
export function pasteManifests(context: CommandContext, pasted: string): void {
  if (pasted.trim() === '') return;
  const { session, view } = context;
  const { text, notes } = readNoteLines(pasted);
  if (text.trim() === '') {
    addWithNotes(context, [], notes, `Paste ${sayCount(0, notes.length)}`);
    return;
  }
  const before = new Set(session.store.getState().snapshot.resources);
  const edit = { kind: 'add-manifests', text } as const;
  const result =
    notes.length === 0
      ? runEdit(context, edit)
      : addWithNotes(context, [edit], notes, `Paste with ${sayCount(0, notes.length)}`);
  if (!result.ok) return;
  const { resources, topology } = session.store.getState().snapshot;
  const added = new Set(resources.filter((one) => !before.has(one)).map(({ id }) => id));
  const nodes = topology.nodes.filter(
    ({ resourceId }) => resourceId !== null && added.has(resourceId),
  );
  const { selection } = view.getState();
  const addedNotes = notes.length === 0 ? [] : selection.notes;
  select(view, { nodes: nodes.map(({ id }) => id), notes: addedNotes }, 'command');
  const [first] = nodes;
  if (first !== undefined) {
    requestReveal(view, { kind: 'node', id: first.id }, 'whole');
    requestFocus(view, { kind: 'node', id: first.id });
  }
  const what = sayCount(added.size, notes.length);
  notify(view, 'success', `Added ${what}${notes.length === 0 ? ' at the end of the YAML' : ''}.`);
}
