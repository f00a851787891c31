import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Workspace, WorkspaceState } from '../session/sketches/workspace.ts';
import { notify } from '../view-state/notice.ts';
import { useViewStore } from '../view-state/view-context.ts';
import { chosenViewport } from '../view-state/view-state.ts';
import styles from './PreviewBanner.module.css';

/** Says that the open sketch is somebody else's, and how to get one of one's own; nothing where it is not. */
export function PreviewBanner({
  workspace,
}: {
  readonly workspace: Workspace;
}): ReactElement | null {
  const view = useViewStore();
  const open = useStore(workspace.store, selectOpen);
  if (!open.isPreview) return null;
  const makeCopy = async (): Promise<void> => {
    const viewport = chosenViewport(view.getState());
    const opened = await workspace.openCopy({ ...open.sketch, viewport });
    if (opened !== null) notify(view, 'success', 'This copy is yours: it is kept in this browser.');
  };
  return (
    <section className={styles.banner} aria-label="Shared sketch">
      <IconEye size={16} aria-hidden />
      <p className={styles.text}>
        <strong>Shared sketch</strong> to look at: nothing in it can be changed, and your own work
        is as you left it.
      </p>
      <Button size="compact-sm" onClick={() => void makeCopy()}>
        Make a copy
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void workspace.openOwn()}>
        Close
      </Button>
    </section>
  );
}

function selectOpen({ open }: WorkspaceState): WorkspaceState['open'] {
  return open;
}
