import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { type Command, isAvailable, whyReadOnly } from '../command.ts';
import { useCommandContext } from '../command-context.ts';
import { showKeys } from '../shortcuts.ts';
import { useIsEnabled } from '../use-is-enabled.ts';

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
  const keys = shortcut === undefined ? '' : ` (${showKeys(shortcut.keys)})`;
  const reason = whyReadOnly(command, context);
  return (
    <Tooltip label={reason ?? `${name}${keys}`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={name}
        // Stays focusable, so that the keyboard does not lose its place when the last step is undone.
        aria-disabled={!isEnabled}
        aria-description={reason ?? undefined}
        data-disabled={!isEnabled || undefined}
        onClick={() => {
          if (isAvailable(command, context)) command.run(context);
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
