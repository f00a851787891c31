import { orderForApply, splitIntoFiles } from '@portolan/model';
import { downloadFile, toYamlName } from '../ui/download-file.ts';
import { notify } from '../view-state/notice.ts';
import type { Command } from './command.ts';

/** Saves the text as a file, byte for byte. */
export const DOWNLOAD: Command = {
  id: 'download',
  title: 'Download',
  shortcuts: [],
  writes: false,
  isEnabled: () => true,
  run: ({ session, workspace }) => {
    const { name } = workspace.store.getState().open;
    downloadFile(toYamlName(name), session.text(), 'application/yaml');
  },
};

/** Saves the text as a file, its documents in an order that applies cleanly. */
export const DOWNLOAD_ORDERED: Command = {
  id: 'download-ordered',
  title: 'Download in the order to apply',
  shortcuts: [],
  writes: false,
  isEnabled: () => true,
  run: ({ session, workspace }) => {
    const { name } = workspace.store.getState().open;
    const text = orderForApply(session.store.getState().snapshot);
    downloadFile(toYamlName(name), text, 'application/yaml');
  },
};

/** Saves one file per resource and a kustomization.yaml, as an archive. */
export const DOWNLOAD_FILES: Command = {
  id: 'download-files',
  title: 'Download one file per resource (zip, with kustomization.yaml)',
  shortcuts: [],
  writes: false,
  isEnabled: ({ session }) => session.store.getState().snapshot.resources.length > 0,
  run: ({ session, workspace, view }) => {
    const { name } = workspace.store.getState().open;
    const files = splitIntoFiles(session.store.getState().snapshot);
    void packZip(files).then(
      (bytes) =>
        downloadFile(
          `${toYamlName(name).replace(/\.(ya?ml|json)$/i, '')}.zip`,
          bytes,
          'application/zip',
        ),
      () => notify(view, 'error', 'The archive could not be made. Download the text instead.'),
    );
  },
};

/** What saves to the user's disk. */
export const DOWNLOAD_COMMANDS: readonly Command[] = [DOWNLOAD, DOWNLOAD_ORDERED, DOWNLOAD_FILES];

async function packZip(
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { strToU8, zipSync } = await import('fflate');
  return zipSync(Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)])));
}
