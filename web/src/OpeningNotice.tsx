import { Button, Notification } from '@mantine/core';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useCommandContext } from './commands/command-context.ts';
import noticeStyles from './Notices.module.css';
import { OpeningProgress } from './OpeningProgress.tsx';
import type { WorkspaceState } from './session/sketches/workspace.ts';

/** Says what is being opened while that takes long, and how to go on without it. */
export function OpeningNotice(): ReactElement | null {
  const { workspace } = useCommandContext();
  const opening = useStore(workspace.store, selectOpening);
  if (opening === null) return null;
  return (
    <Notification
      className={noticeStyles.notice ?? ''}
      color="var(--accent)"
      // It is spoken by the one region for that; see announceWork.
      role="group"
      aria-label="Opening"
      data-passing
      withCloseButton={false}
    >
      <OpeningProgress opening={opening} />
      <Button mt="xs" size="compact-xs" variant="default" onClick={() => workspace.cancelOpening()}>
        Cancel
      </Button>
    </Notification>
  );
}

function selectOpening({ opening }: WorkspaceState): WorkspaceState['opening'] {
  return opening;
}
