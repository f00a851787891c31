import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import type { Command } from './command.ts';
import { useCommandContext } from './command-context.ts';
import { showKeys } from './shortcuts.ts';
import { useIsEnabled } from './use-is-enabled.ts';

interface CommandButtonProps {
  readonly command: Command;
  /** Instead of the command's title. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A button with an icon that runs a command; its tooltip says what and by which keys. */
export function CommandButton({ command, label, children }: CommandButtonProps): ReactElement {
  const context = useCommandContext();
  const isEnabled = useIsEnabled(command);
  const name = label ?? command.title;
  const [shortcut] = command.shortcuts;
  const tooltip = shortcut === undefined ? name : `${name} (${showKeys(shortcut.keys)})`;
  return (
    <Tooltip label={tooltip}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={name}
        // Stays focusable, so that the keyboard does not lose its place when the last step is undone.
        aria-disabled={!isEnabled}
        data-disabled={!isEnabled || undefined}
        onClick={() => {
          if (command.isEnabled(context)) command.run(context);
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
