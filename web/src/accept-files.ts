import type { CommandContext } from './commands/command.ts';
import { openFiles, pasteManifests } from './commands/file-commands.ts';
import { droppedFiles, givenFile } from './commands/files/collect-files.ts';

/**
 * Takes files that are dropped anywhere on the page, and manifests that are pasted onto the canvas.
 * `onDrag` hears whether files hover over the page.
 */
export function acceptFiles(
  readContext: () => CommandContext,
  onDrag: (isOver: boolean) => void,
): () => void {
  const onDragOver = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    onDrag(true);
  };
  const onDragLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) onDrag(false);
  };
  const onDrop = (event: DragEvent): void => {
    onDrag(false);
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const { dataTransfer } = event;
    if (dataTransfer === null) return;
    void droppedFiles(dataTransfer).then((files) => openFiles(readContext(), files));
  };
  const onPaste = (event: ClipboardEvent): void => {
    const { target } = event;
    if (!(target instanceof Element) || target.closest('[data-pane="canvas"]') === null) return;
    event.preventDefault();
    const files = [...(event.clipboardData?.files ?? [])].map((file) => givenFile(file));
    if (files.length > 0) void openFiles(readContext(), { files, folder: null });
    else pasteManifests(readContext(), event.clipboardData?.getData('text/plain') ?? '');
  };
  // Capturing, so that the editor does not take a dropped file for text.
  window.addEventListener('dragover', onDragOver, true);
  window.addEventListener('dragleave', onDragLeave, true);
  window.addEventListener('drop', onDrop, true);
  document.addEventListener('paste', onPaste);
  return () => {
    window.removeEventListener('dragover', onDragOver, true);
    window.removeEventListener('dragleave', onDragLeave, true);
    window.removeEventListener('drop', onDrop, true);
    document.removeEventListener('paste', onPaste);
  };
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}
