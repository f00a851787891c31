import { Button, Kbd } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCode,
  IconCopy,
  IconDownload,
  IconLayoutDistributeVertical,
  IconSearch,
  IconShare2,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import styles from './AppHeader.module.css';
import { useCommandContext } from './commands/command-context.ts';
import { DOWNLOAD } from './commands/download-commands.ts';
import { COPY_ALL } from './commands/file-commands.ts';
import { REDO, UNDO } from './commands/history-commands.ts';
import { AddMenu } from './commands/menus/AddMenu.tsx';
import { CommandButton } from './commands/menus/CommandButton.tsx';
import { ExportMenu } from './commands/menus/ExportMenu.tsx';
import { SketchMenu } from './commands/menus/SketchMenu.tsx';
import { ThemeMenu } from './commands/menus/ThemeMenu.tsx';
import { OPEN_PALETTE } from './commands/palette-commands.ts';
import { SHARE } from './commands/share-commands.ts';
import { showKeys } from './commands/shortcuts.ts';
import { TIDY, TOGGLE_EDITOR } from './commands/view-commands.ts';
import type { SessionState } from './session/session.ts';
import { useSessionState } from './session/session-context.ts';
import { RequestBar } from './trace/request/RequestBar.tsx';
import { Mark } from './ui/Mark.tsx';

/** The bar at the top: what is open, and what can be done with all of it. */
export function AppHeader(): ReactElement {
  const context = useCommandContext();
  return (
    <header className={styles.header} data-pane="header">
      <h1 className={styles.brand}>
        <Mark />
        Portolan
      </h1>
      <SketchMenu />
      <HistoryButtons />
      <AddMenu />
      <CommandButton command={TIDY}>
        <IconLayoutDistributeVertical size={18} aria-hidden />
      </CommandButton>
      <span className={styles.space} />
      <RequestBar />
      <span className={styles.space} />
      <Button
        size="xs"
        h={32}
        variant="default"
        className={styles.search ?? ''}
        data-tour
        title={`Search (${showKeys('Ctrl+K')})`}
        leftSection={<IconSearch size={15} aria-hidden />}
        rightSection={<Kbd size="xs">{showKeys('Ctrl+K')}</Kbd>}
        onClick={() => OPEN_PALETTE.run(context)}
      >
        Search
      </Button>
      <ThemeMenu />
      <CommandButton command={TOGGLE_EDITOR}>
        <IconCode size={18} aria-hidden />
      </CommandButton>
      <CommandButton command={DOWNLOAD}>
        <IconDownload size={18} aria-hidden />
      </CommandButton>
      <Button.Group>
        <Button
          size="xs"
          h={32}
          variant="default"
          className={styles.copy ?? ''}
          title="Copy YAML"
          leftSection={<IconCopy size={15} aria-hidden />}
          onClick={() => COPY_ALL.run(context)}
        >
          Copy YAML
        </Button>
        <ExportMenu />
      </Button.Group>
      <Button
        data-tour
        size="xs"
        h={32}
        leftSection={<IconShare2 size={15} aria-hidden />}
        onClick={() => SHARE.run(context)}
      >
        Share
      </Button>
    </header>
  );
}

/** By themselves, as what they would undo changes while the user types. */
function HistoryButtons(): ReactElement {
  const undoLabel = useSessionState(selectUndoLabel);
  const redoLabel = useSessionState(selectRedoLabel);
  return (
    <div className={styles.group}>
      <CommandButton command={UNDO} label={withStep('Undo', undoLabel)}>
        <IconArrowBackUp size={18} aria-hidden />
      </CommandButton>
      <CommandButton command={REDO} label={withStep('Redo', redoLabel)}>
        <IconArrowForwardUp size={18} aria-hidden />
      </CommandButton>
    </div>
  );
}

function withStep(title: string, label: string | null): string {
  return label === null ? title : `${title}: ${label}`;
}

function selectUndoLabel({ undoLabel }: SessionState): string | null {
  return undoLabel;
}

function selectRedoLabel({ redoLabel }: SessionState): string | null {
  return redoLabel;
}
