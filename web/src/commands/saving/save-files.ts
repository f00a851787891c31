import {
  checkFiles,
  NO_DECISIONS,
  type SaveCheck,
  type SaveDecisions,
  writeFiles,
} from '../../session/disk/check-files.ts';
import type { DiskText } from '../../session/disk/disk-files.ts';
import { toYamlName } from '../../ui/download-file.ts';
import { notify } from '../../view-state/notice.ts';
import { showDialog } from '../../view-state/view-state.ts';
import type { CommandContext } from '../command.ts';
import { DOWNLOAD } from '../download-commands.ts';

/** Saves the sketch to the files that it came from; where it came from none, to one that is asked for. */
export async function saveFiles(context: CommandContext): Promise<void> {
  if (context.workspace.store.getState().disk === null) return saveAsFile(context);
  const check = await advanceSaving(context, NO_DECISIONS);
  if (check !== null) showDialog(context.view, { kind: 'save' });
}

/** Saves as far as the decisions go; gives what has to be asked next, or null when it is done. */
export async function advanceSaving(
  context: CommandContext,
  decisions: SaveDecisions,
): Promise<SaveCheck | null> {
  const { workspace, session, view } = context;
  const { disk } = workspace.store.getState();
  if (disk === null) return null;
  const text = session.text();
  const check = await checkFiles(disk, text, decisions);
  if (check.kind === 'unchanged') {
    await workspace.linkDisk({ ...disk, savedText: text });
    notify(view, 'info', `${disk.name} says the same already.`);
    return null;
  }
  if (check.kind !== 'ready') return check;
  const { files, failed } = await writeFiles(disk, check.writes);
  if (failed.length > 0) {
    await workspace.linkDisk({ ...disk, files });
    const reason = `${failed.join(', ')} could not be written. Is it open in another program, or the disk full? The work is kept in this browser.`;
    notify(view, 'error', reason, { label: 'Download', run: () => DOWNLOAD.run(context) });
    return null;
  }
  await workspace.linkDisk({ ...disk, files, savedText: text, savedAt: Date.now() });
  notify(view, 'success', describeWrites(check.writes));
  return null;
}

/** Asks for a file and saves to it; from then on the sketch goes there. Downloads where the browser cannot. */
export async function saveAsFile(context: CommandContext): Promise<void> {
  const { session, view, workspace } = context;
  const { open } = workspace.store.getState();
  if (window.showSaveFilePicker === undefined) return DOWNLOAD.run(context);
  try {
    const handle = await window.showSaveFilePicker({
      suggestedName: toYamlName(open.name),
      types: [{ description: 'YAML', accept: { 'application/yaml': ['.yaml', '.yml'] } }],
    });
    const text = session.text();
    const file = { path: handle.name, handle, text: '' };
    const disk = { name: handle.name, folder: null, files: [file], savedAt: null, savedText: '' };
    const { files, failed } = await writeFiles(disk, [{ path: handle.name, text }]);
    if (failed.length > 0) {
      notify(
        view,
        'error',
        `${handle.name} could not be written. The work is kept in this browser.`,
      );
      return;
    }
    if (!open.isPreview) {
      await workspace.linkDisk({ ...disk, files, savedText: text, savedAt: Date.now() });
    }
    notify(view, 'success', `Saved to ${handle.name}.`);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    // Who closes the question has changed their mind; a page in a frame may not ask at all.
    if (error.name !== 'AbortError') DOWNLOAD.run(context);
  }
}

function describeWrites(writes: readonly DiskText[]): string {
  const names = writes.map(({ path }) => path).join(', ');
  const empty = writes.filter(({ text }) => text.trim() === '').map(({ path }) => path);
  return empty.length === 0
    ? `Saved to ${names}.`
    : `Saved to ${names}. Nothing is left in ${empty.join(', ')}.`;
}
