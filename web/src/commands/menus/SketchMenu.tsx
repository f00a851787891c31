import { Menu, UnstyledButton } from '@mantine/core';
import {
  IconAdjustmentsQuestion,
  IconChevronDown,
  IconClipboardText,
  IconDeviceFloppy,
  IconFile,
  IconFolderOpen,
  IconFolders,
  IconHistory,
  IconLayoutGrid,
  IconPencil,
  IconVersions,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { WorkspaceState } from '../../session/sketches/workspace.ts';
import { SHOW_ASSUMPTIONS } from '../assumption-commands.ts';
import { useCommandContext } from '../command-context.ts';
import { OPEN_FILES, OPEN_FOLDER, openStored } from '../file-commands.ts';
import { SAVE_COMMANDS } from '../saving/save-commands.ts';
import { showKeys } from '../shortcuts.ts';
import {
  NAME_SKETCH,
  NEW_SKETCH,
  OPEN_PASTED,
  SHOW_SKETCHES,
  SHOW_VERSIONS,
} from '../sketch-commands.ts';
import { showMoment } from '../sketches/show-moment.ts';
import { SampleItems } from './SampleItems.tsx';
import styles from './SketchMenu.module.css';

const SHOWN_RECENT = 8;

/** The name of the open sketch, and all that can be opened. */
export function SketchMenu(): ReactElement {
  const context = useCommandContext();
  const { workspace } = context;
  const open = useStore(workspace.store, selectOpen);
  const recent = useStore(workspace.store, selectRecent);
  const others = recent.filter(({ id }) => id !== workspace.openId()).slice(0, SHOWN_RECENT);
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <UnstyledButton className={styles.name} aria-label={`Sketch ${open.name}: open another`}>
          <span className={styles.text}>{open.name}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={styles.dropdown}>
        <Menu.Item
          leftSection={<IconPencil size={16} aria-hidden />}
          disabled={open.isPreview}
          onClick={() => NAME_SKETCH.run(context)}
        >
          {NAME_SKETCH.title}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconVersions size={16} aria-hidden />}
          disabled={open.isPreview}
          onClick={() => SHOW_VERSIONS.run(context)}
        >
          {SHOW_VERSIONS.title}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconAdjustmentsQuestion size={16} aria-hidden />}
          onClick={() => SHOW_ASSUMPTIONS.run(context)}
        >
          {SHOW_ASSUMPTIONS.title}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLayoutGrid size={16} aria-hidden />}
          onClick={() => SHOW_SKETCHES.run(context)}
        >
          {SHOW_SKETCHES.title}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFile size={16} aria-hidden />}
          onClick={() => NEW_SKETCH.run(context)}
        >
          {NEW_SKETCH.title}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFolderOpen size={16} aria-hidden />}
          rightSection={<kbd className={styles.keys}>{showKeys('Ctrl+O')}</kbd>}
          onClick={() => OPEN_FILES.run(context)}
        >
          {OPEN_FILES.title}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFolders size={16} aria-hidden />}
          onClick={() => OPEN_FOLDER.run(context)}
        >
          {OPEN_FOLDER.title}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconClipboardText size={16} aria-hidden />}
          onClick={() => OPEN_PASTED.run(context)}
        >
          {OPEN_PASTED.title}
        </Menu.Item>
        {SAVE_COMMANDS.map((command) => (
          <Menu.Item
            key={command.id}
            leftSection={<IconDeviceFloppy size={16} aria-hidden />}
            rightSection={
              <kbd className={styles.keys}>{showKeys(command.shortcuts[0]?.keys ?? '')}</kbd>
            }
            onClick={() => command.run(context)}
          >
            {command.title}
          </Menu.Item>
        ))}
        <Menu.Label>Samples</Menu.Label>
        <SampleItems />
        {others.length > 0 && <Menu.Label>Recent</Menu.Label>}
        {others.map(({ id, name, updated }) => (
          <Menu.Item
            key={id}
            leftSection={<IconHistory size={16} aria-hidden />}
            rightSection={<span className={styles.when}>{showMoment(updated)}</span>}
            onClick={() => void openStored(context, id)}
          >
            <span className={styles.text}>{name}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function selectOpen({ open }: WorkspaceState): WorkspaceState['open'] {
  return open;
}

function selectRecent({ recent }: WorkspaceState): WorkspaceState['recent'] {
  return recent;
}
