import type { ReactElement } from 'react';
import { useViewState, useViewStore } from '../view-state/view-context.ts';
import { type DialogRequest, showDialog, type ViewState } from '../view-state/view-state.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { NameSketchDialog } from './NameSketchDialog.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { ReconnectDialog } from './ReconnectDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';

/** Shows the dialog that was asked for, if any. */
export function DialogHost(): ReactElement | null {
  const view = useViewStore();
  const dialog = useViewState(selectDialog);
  const onClose = (): void => showDialog(view, null);
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'rename':
      return <RenameDialog resourceId={dialog.resourceId} onClose={onClose} />;
    case 'delete':
      return <DeleteDialog resourceIds={dialog.resourceIds} onClose={onClose} />;
    case 'reconnect':
      return <ReconnectDialog edge={dialog.edge} end={dialog.end} onClose={onClose} />;
    case 'paste':
      return <PasteDialog onClose={onClose} />;
    case 'name-sketch':
      return <NameSketchDialog onClose={onClose} />;
  }
}

function selectDialog({ dialog }: ViewState): DialogRequest | null {
  return dialog;
}
