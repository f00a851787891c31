import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { TIDY_SELECTION } from '../commands/align-commands.ts';
import { type Command, isAvailable } from '../commands/command.ts';
import { useCommandContext } from '../commands/command-context.ts';
import { DELETE_SELECTION, DUPLICATE } from '../commands/edit-commands.ts';
import { MOVE_TO_NAMESPACE } from '../commands/namespace-commands.ts';
import { useIsEnabled } from '../commands/use-is-enabled.ts';
import styles from './InspectorPane.module.css';

const ACTIONS: readonly Command[] = [
  TIDY_SELECTION,
  MOVE_TO_NAMESPACE,
  DUPLICATE,
  DELETE_SELECTION,
];

/** What can be done with several nodes at once. */
export function SelectionActions({ count }: { readonly count: number }): ReactElement {
  return (
    <div className={styles.fields}>
      <p className={styles.words}>{count} nodes are selected. Select one to see its fields.</p>
      <div className={styles.actions}>
        {ACTIONS.map((command) => (
          <ActionButton key={command.id} command={command} />
        ))}
      </div>
    </div>
  );
}

function ActionButton({ command }: { readonly command: Command }): ReactElement {
  const context = useCommandContext();
  const isEnabled = useIsEnabled(command);
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-disabled={!isEnabled}
      data-disabled={!isEnabled || undefined}
      onClick={() => {
        if (isAvailable(command, context)) command.run(context);
      }}
    >
      {command.title}
    </Button>
  );
}
