import { notify } from '../view-state/notice.ts';
import { showDialog } from '../view-state/view-state.ts';
import type { Command, CommandContext } from './command.ts';

/** Opens the dialog that makes pictures of the map. */
export const EXPORT_PICTURE: Command = {
  id: 'export-picture',
  title: 'Export picture…',
  shortcuts: [{ keys: 'Ctrl+Shift+E', scope: 'everywhere' }],
  writes: false,
  isEnabled: hasNodes,
  run: ({ view }) => showDialog(view, { kind: 'picture' }),
};

/** Puts a picture of the whole map into the clipboard, light and twice as large. */
export const COPY_PICTURE: Command = {
  id: 'copy-picture',
  title: 'Copy the map as PNG',
  shortcuts: [{ keys: 'Shift+Alt+C', scope: 'canvas' }],
  writes: false,
  isEnabled: hasNodes,
  run: (context) => void copyPicture(context),
};

/** What makes pictures. */
export const PICTURE_COMMANDS: readonly Command[] = [EXPORT_PICTURE, COPY_PICTURE];

async function copyPicture(context: CommandContext): Promise<void> {
  const { view } = context;
  try {
    const { copyMapAsPng } = await import('./pictures/copy-map-as-png.ts');
    const reason = await copyMapAsPng(context);
    if (reason === null) notify(view, 'success', 'The map is in the clipboard as a picture.');
    else notify(view, 'error', reason);
  } catch {
    notify(view, 'error', 'The browser could not make this picture. Try Export picture… instead.');
  }
}

function hasNodes({ session }: CommandContext): boolean {
  return session.store.getState().snapshot.topology.nodes.length > 0;
}
