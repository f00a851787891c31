import { lazy, type ReactElement, Suspense } from 'react';
import { ShareDialog } from '../../sharing/ShareDialog.tsx';
import { UnreadableLinkDialog } from '../../sharing/UnreadableLinkDialog.tsx';
import { useViewState, useViewStore } from '../../view-state/view-context.ts';
import { type DialogRequest, showDialog, type ViewState } from '../../view-state/view-state.ts';
import { useCommandContext } from '../command-context.ts';
import { CommandPalette } from '../palette/CommandPalette.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import { NameSketchDialog } from './NameSketchDialog.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { ReconnectDialog } from './ReconnectDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';

// What nobody needs before the canvas is there comes when it is asked for.
const NewIngressDialog = lazy(async () => ({
  default: (await import('./NewIngressDialog.tsx')).NewIngressDialog,
}));
const AssumptionsDialog = lazy(async () => ({
  default: (await import('../assumptions/AssumptionsDialog.tsx')).AssumptionsDialog,
}));
const MoveNamespaceDialog = lazy(async () => ({
  default: (await import('./MoveNamespaceDialog.tsx')).MoveNamespaceDialog,
}));
const OutcomesDialog = lazy(async () => ({
  default: (await import('../outcomes/OutcomesDialog.tsx')).OutcomesDialog,
}));
const PictureDialog = lazy(async () => ({
  default: (await import('../pictures/PictureDialog.tsx')).PictureDialog,
}));
const ShortcutsDialog = lazy(async () => ({
  default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog,
}));
const SaveDialog = lazy(async () => ({
  default: (await import('../saving/SaveDialog.tsx')).SaveDialog,
}));
const SketchesDialog = lazy(async () => ({
  default: (await import('../sketches/SketchesDialog.tsx')).SketchesDialog,
}));
const Tour = lazy(async () => ({ default: (await import('../tour/Tour.tsx')).Tour }));
const VersionsDialog = lazy(async () => ({
  default: (await import('../sketches/VersionsDialog.tsx')).VersionsDialog,
}));

/** Shows the dialog that was asked for, if any. */
export function DialogHost(): ReactElement | null {
  const view = useViewStore();
  const dialog = useViewState(selectDialog);
  const onClose = (): void => showDialog(view, null);
  return dialog === null ? null : (
    <Suspense fallback={null}>
      <OpenDialog dialog={dialog} onClose={onClose} />
    </Suspense>
  );
}

interface OpenDialogProps {
  readonly dialog: DialogRequest;
  readonly onClose: () => void;
}

function OpenDialog({ dialog, onClose }: OpenDialogProps): ReactElement {
  const { workspace } = useCommandContext();
  switch (dialog.kind) {
    case 'rename':
      return <RenameDialog resourceId={dialog.resourceId} onClose={onClose} />;
    case 'move-namespace':
      return <MoveNamespaceDialog resourceIds={dialog.resourceIds} onClose={onClose} />;
    case 'delete':
      return <DeleteDialog resourceIds={dialog.resourceIds} onClose={onClose} />;
    case 'reconnect':
      return <ReconnectDialog edge={dialog.edge} end={dialog.end} onClose={onClose} />;
    case 'paste':
      return <PasteDialog onClose={onClose} />;
    case 'palette':
      return <CommandPalette key={dialog.mode} mode={dialog.mode} onClose={onClose} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />;
    case 'tour':
      return <Tour onClose={onClose} />;
    case 'new-ingress':
      return <NewIngressDialog onClose={onClose} />;
    case 'name-sketch':
      return <NameSketchDialog onClose={onClose} />;
    case 'sketches':
      return <SketchesDialog onClose={onClose} />;
    case 'versions':
      return <VersionsDialog onClose={onClose} />;
    case 'outcomes':
      return <OutcomesDialog onClose={onClose} />;
    case 'assumptions':
      return <AssumptionsDialog part={dialog.part} onClose={onClose} />;
    case 'picture':
      return <PictureDialog onClose={onClose} />;
    case 'save':
      return <SaveDialog onClose={onClose} />;
    case 'share':
      return <ShareDialog workspace={workspace} onClose={onClose} />;
    case 'unreadable-link':
      return <UnreadableLinkDialog reason={dialog.reason} onClose={onClose} />;
  }
}

function selectDialog({ dialog }: ViewState): DialogRequest | null {
  return dialog;
}
