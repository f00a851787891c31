import { Button, Group, Stack } from '@mantine/core';
import { type ReactElement, useMemo } from 'react';
import { DialogBox } from '../../ui/DialogBox.tsx';
import { useCommandContext } from '../command-context.ts';
import { deleteAndTell, whatPointsAt } from '../edit-commands.ts';

interface DeleteDialogProps {
  readonly resourceIds: readonly string[];
  readonly onClose: () => void;
}

/** Asks whether what points at the resources goes too. */
export function DeleteDialog({ resourceIds, onClose }: DeleteDialogProps): ReactElement {
  const context = useCommandContext();
  const [first = ''] = resourceIds;
  const what =
    resourceIds.length === 1
      ? (first.split('/').at(-1) ?? first)
      : `${resourceIds.length} resources`;
  const pointing = useMemo(() => whatPointsAt(context, resourceIds), [context, resourceIds]);
  const run = (cleanUp: boolean) => (): void => {
    onClose();
    deleteAndTell(context, resourceIds, cleanUp);
  };
  return (
    <DialogBox onClose={onClose} title={`Delete ${what}?`} size="md">
      <Stack gap="md">
        <p style={{ margin: 0 }}>
          {sayWhat(pointing)} {pointing.length === 1 ? 'points' : 'point'} at{' '}
          {resourceIds.length === 1 ? 'it' : 'them'}. The places that do can go too, or stay and
          point at nothing. Undo brings all of it back.
        </p>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="default" onClick={run(false)}>
            Delete only {resourceIds.length === 1 ? 'this' : 'these'}
          </Button>
          <Button data-autofocus onClick={run(true)}>
            Delete and clean up
          </Button>
        </Group>
      </Stack>
    </DialogBox>
  );
}

const MOST_NAMED = 3;

function sayWhat(names: readonly string[]): string {
  const named = names.length > MOST_NAMED ? names.slice(0, MOST_NAMED - 1) : names;
  const rest = names.length - named.length;
  const parts = rest === 0 ? named : [...named, `${rest} more`];
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts);
}
