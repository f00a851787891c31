import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconLayoutGrid,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { ALIGN_COMMANDS, TIDY_SELECTION } from '../commands/align-commands.ts';
import type { Alignment } from '../commands/align-rects.ts';
import { type Command, isAvailable } from '../commands/command.ts';
import { useCommandContext } from '../commands/command-context.ts';
import { showKeys } from '../commands/shortcuts.ts';
import { useViewState } from '../view-state/view-context.ts';
import type { ViewState } from '../view-state/view-state.ts';
import styles from './SelectionBar.module.css';

const ICONS: Readonly<Record<Alignment, TablerIcon>> = {
  left: IconLayoutAlignLeft,
  centre: IconLayoutAlignCenter,
  right: IconLayoutAlignRight,
  top: IconLayoutAlignTop,
  middle: IconLayoutAlignMiddle,
  bottom: IconLayoutAlignBottom,
  // Tabler names the direction of the bars.
  'distribute-horizontally': IconLayoutDistributeVertical,
  'distribute-vertically': IconLayoutDistributeHorizontal,
};

const selectCount = ({ selection }: ViewState) => selection.nodes.length + selection.notes.length;

/** What puts several selected nodes in order. */
export function SelectionBar(): ReactElement | null {
  const count = useViewState(selectCount);
  const { session } = useCommandContext();
  if (count < 2 || session.readOnlyReason !== null) return null;
  return (
    <div className={styles.bar} role="toolbar" aria-label="Selection">
      <span className={styles.count}>{count} selected</span>
      {ALIGN_COMMANDS.map((command) => (
        <Tool key={command.id} command={command} icon={ICONS[command.alignment]} />
      ))}
      <Tool command={TIDY_SELECTION} icon={IconLayoutGrid} />
    </div>
  );
}

interface ToolProps {
  readonly command: Command;
  readonly icon: TablerIcon;
}

function Tool({ command, icon: Icon }: ToolProps): ReactElement {
  const context = useCommandContext();
  const [shortcut] = command.shortcuts;
  const isEnabled = isAvailable(command, context);
  const keys = shortcut === undefined ? '' : ` (${showKeys(shortcut.keys)})`;
  return (
    <Tooltip label={`${command.title}${keys}`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={command.title}
        aria-disabled={!isEnabled}
        data-disabled={!isEnabled || undefined}
        onClick={() => {
          if (isAvailable(command, context)) command.run(context);
        }}
      >
        <Icon size={17} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
