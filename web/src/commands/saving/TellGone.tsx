import { Button, Group, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { DialogBox } from '../../ui/DialogBox.tsx';
import { useCommandContext } from '../command-context.ts';
import type { SaveQuestionProps } from './SaveDialog.tsx';
import { saveAsFile } from './save-files.ts';
import styles from './saving.module.css';

interface TellGoneProps extends SaveQuestionProps {
  readonly paths: readonly string[];
}

/** Says that a file is not where it was. */
export function TellGone({ paths, onClose }: TellGoneProps): ReactElement {
  const context = useCommandContext();
  const isOne = paths.length === 1;
  return (
    <DialogBox
      title={`${paths.join(', ')} ${isOne ? 'is' : 'are'} not there any more`}
      onClose={onClose}
    >
      <Stack gap="md">
        <p className={styles.text}>
          {isOne ? 'It was' : 'They were'} moved, renamed or deleted, so nothing was written. The
          work is kept in this browser.
        </p>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            data-autofocus
            onClick={() => {
              onClose();
              void saveAsFile(context);
            }}
          >
            Save as a file…
          </Button>
        </Group>
      </Stack>
    </DialogBox>
  );
}
