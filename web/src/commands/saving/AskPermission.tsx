import { Button, Group, Stack } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { askPermission } from '../../session/disk/check-files.ts';
import { DialogBox } from '../../ui/DialogBox.tsx';
import { useCommandContext } from '../command-context.ts';
import { DOWNLOAD } from '../download-commands.ts';
import type { SaveQuestionProps } from './SaveDialog.tsx';
import styles from './saving.module.css';

interface AskPermissionProps extends SaveQuestionProps {
  readonly paths: readonly string[];
}

/** Says why the browser is about to ask, before it does. */
export function AskPermission({ paths, onDecide, onClose }: AskPermissionProps): ReactElement {
  const context = useCommandContext();
  const [isRefused, setIsRefused] = useState(false);
  const names = paths.join(', ');
  const ask = async (): Promise<void> => {
    const { disk } = context.workspace.store.getState();
    const isAllowed = disk !== null && (await askPermission(disk, paths).catch(() => false));
    if (isAllowed) onDecide({});
    else setIsRefused(true);
  };
  return (
    <DialogBox title={`May Portolan write to ${names}?`} onClose={onClose}>
      <Stack gap="md">
        <p className={styles.text} role={isRefused ? 'alert' : undefined}>
          {isRefused
            ? `The browser did not allow it, so nothing was written. The work is kept in this browser, and you can download it.`
            : `For your safety the browser asks again after a while. It shows its own question next; what you allow there goes for ${paths.length === 1 ? 'this file' : 'these files'} only.`}
        </p>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            variant="default"
            onClick={() => {
              onClose();
              DOWNLOAD.run(context);
            }}
          >
            Download instead
          </Button>
          <Button data-autofocus onClick={() => void ask()}>
            {isRefused ? 'Ask again' : 'Continue'}
          </Button>
        </Group>
      </Stack>
    </DialogBox>
  );
}
