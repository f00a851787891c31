import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactElement, useState } from 'react';
import { DialogBox } from '../../ui/DialogBox.tsx';
import { useCommandContext } from '../command-context.ts';

/** Gives the open sketch another name; the YAML is not touched. */
export function NameSketchDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { workspace } = useCommandContext();
  const [name, setName] = useState(workspace.store.getState().open.name);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    workspace.rename(name.trim());
    onClose();
  };
  return (
    <DialogBox onClose={onClose} title="Rename this sketch">
      <form onSubmit={onSubmit}>
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label="Name of the sketch"
            value={name}
            error={name.trim() === '' ? 'A sketch needs a name.' : null}
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="off"
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Rename</Button>
          </Group>
        </Stack>
      </form>
    </DialogBox>
  );
}
