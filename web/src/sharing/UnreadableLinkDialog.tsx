import { Button, Group, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { DialogBox } from '../ui/DialogBox.tsx';
import { forgetLink } from './follow-address.ts';

interface UnreadableLinkDialogProps {
  readonly reason: string;
  readonly onClose: () => void;
}

/** Says why a link was not opened. Closing it goes on with the user's own work. */
export function UnreadableLinkDialog({ reason, onClose }: UnreadableLinkDialogProps): ReactElement {
  const close = (): void => {
    forgetLink();
    onClose();
  };
  return (
    <DialogBox onClose={close} title="This link cannot be opened">
      <Stack gap="md">
        <p style={{ margin: 0 }}>{reason}</p>
        <p style={{ margin: 0 }}>Nothing of your own work was changed.</p>
        <Group justify="flex-end">
          <Button data-autofocus onClick={close}>
            Go on with my own work
          </Button>
        </Group>
      </Stack>
    </DialogBox>
  );
}
