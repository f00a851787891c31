import { notify } from '../../view-state/notice.ts';
import type { CommandContext } from '../command.ts';
import { openFiles } from '../file-commands.ts';
import { givenFile } from '../files/collect-files.ts';

/** Opens what the files of the sketch say now, as a sketch of its own; this one stays as it is. */
export async function openDisk(context: CommandContext): Promise<void> {
  const { disk } = context.workspace.store.getState();
  if (disk === null) return;
  const files = disk.files.map(async ({ path, handle }) => ({
    ...givenFile(await handle.getFile(), handle),
    path,
  }));
  const given = await Promise.all(files).catch(() => null);
  if (given !== null) return openFiles(context, { files: given, folder: disk.folder });
  notify(context.view, 'error', `${disk.name} could not be read.`);
}
