import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconClipboardText,
  IconCopy,
  IconDots,
  IconFile,
  IconFolderOpen,
  IconTrash,
} from '@tabler/icons-react';
import { type ReactElement, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { SketchSummary } from '../../session/sketches/sketch.ts';
import { DialogBox } from '../../ui/DialogBox.tsx';
import { notify } from '../../view-state/notice.ts';
import type { Command, CommandContext } from '../command.ts';
import { useCommandContext } from '../command-context.ts';
import { OPEN_FILES, openStored } from '../file-commands.ts';
import { NEW_SKETCH, OPEN_PASTED } from '../sketch-commands.ts';
import { SampleCards } from './SampleCards.tsx';
import cards from './SketchCard.module.css';
import { SketchCard } from './SketchCard.tsx';
import styles from './SketchesDialog.module.css';
import type { Pictured } from './SketchPicture.tsx';
import { showMoment } from './show-moment.ts';

interface SketchesDialogProps {
  readonly onClose: () => void;
}

const WAYS = [
  { command: NEW_SKETCH, Icon: IconFile },
  { command: OPEN_PASTED, Icon: IconClipboardText },
  { command: OPEN_FILES, Icon: IconFolderOpen },
] as const;

/** All sketches of this browser and the samples, to open, duplicate and delete. */
export function SketchesDialog({ onClose }: SketchesDialogProps): ReactElement {
  const context = useCommandContext();
  const { recent, open } = useStore(context.workspace.store);
  const openId = open.isPreview ? null : context.workspace.openId();
  const choose = (command: Command): void => {
    onClose();
    command.run(context);
  };
  return (
    <DialogBox title="Sketches" size="xl" onClose={onClose}>
      <div className={styles.ways}>
        {WAYS.map(({ command, Icon }) => (
          <Button
            key={command.id}
            data-autofocus={command === NEW_SKETCH || undefined}
            variant="default"
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => choose(command)}
          >
            {command.title}
          </Button>
        ))}
      </div>
      <h3 className={styles.heading}>In this browser</h3>
      {recent.length === 0 && (
        <p className={styles.text}>Nothing is kept here yet. What you draw is kept by itself.</p>
      )}
      <ul className={cards.cards} aria-label="Sketches in this browser">
        {recent.map((summary) => (
          <StoredCard
            key={summary.id}
            summary={summary}
            isOpen={summary.id === openId}
            onClose={onClose}
          />
        ))}
      </ul>
      <h3 className={styles.heading}>Samples</h3>
      <SampleCards onOpen={onClose} />
    </DialogBox>
  );
}

interface StoredCardProps extends SketchesDialogProps {
  readonly summary: SketchSummary;
  readonly isOpen: boolean;
}

function StoredCard({ summary, isOpen, onClose }: StoredCardProps): ReactElement {
  const context = useCommandContext();
  const { id, name, updated } = summary;
  const pictured = useStoredText(summary);
  return (
    <SketchCard
      name={name}
      detail={isOpen ? 'Open now' : showMoment(updated)}
      sketch={pictured}
      isOpen={isOpen}
      onOpen={() => {
        onClose();
        if (!isOpen) void openStored(context, id);
      }}
    >
      <Menu position="bottom-end" width={180}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`More about ${name}`}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() => void duplicate(context, id)}
          >
            Duplicate
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => void remove(context, id)}
          >
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </SketchCard>
  );
}

async function duplicate({ workspace, view }: CommandContext, id: string): Promise<void> {
  if (await workspace.duplicate(id)) return;
  notify(view, 'error', 'The copy was not stored. Download the sketch to keep it.');
}

async function remove({ workspace, view }: CommandContext, id: string): Promise<void> {
  const removed = await workspace.remove(id);
  if (removed === null) {
    notify(view, 'warning', 'That sketch is not in this browser any more.');
    return;
  }
  notify(view, 'success', `Deleted ${removed.sketch.name}.`, {
    label: 'Undo',
    run: () => void workspace.putBack(removed),
  });
}

/** What the picture is drawn of, read again when the sketch was stored again. */
function useStoredText({ id, updated }: SketchSummary): Pictured | null {
  const { workspace } = useCommandContext();
  const [pictured, setPictured] = useState<Pictured | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another time is another text
  useEffect(() => {
    let isGone = false;
    void workspace.find(id).then((sketch) => isGone || setPictured(sketch));
    return () => {
      isGone = true;
    };
  }, [workspace, id, updated]);
  return pictured;
}
