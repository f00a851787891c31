import { Button, Group, Stack, Textarea } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { DialogBox } from '../../ui/DialogBox.tsx';
import { useCommandContext } from '../command-context.ts';
import { openText } from '../file-commands.ts';

/** Takes pasted YAML and opens it as a sketch of its own. */
export function PasteDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const context = useCommandContext();
  const [text, setText] = useState('');
  return (
    <DialogBox onClose={onClose} title="Open pasted YAML" size="lg">
      <Stack gap="sm">
        <Textarea
          data-autofocus
          label="Manifests"
          description="One or more documents, as from a file or from kubectl get … -o yaml"
          rows={14}
          value={text}
          spellCheck={false}
          onChange={(event) => setText(event.currentTarget.value)}
          styles={{ input: { fontFamily: 'var(--mono)', fontSize: 'var(--t-2)' } }}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            disabled={text.trim() === ''}
            onClick={() => {
              onClose();
              void openText(context, 'Pasted YAML', text);
            }}
          >
            Open
          </Button>
        </Group>
      </Stack>
    </DialogBox>
  );
}
