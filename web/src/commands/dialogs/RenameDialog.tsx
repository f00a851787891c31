import { Button, Group, Stack, TextInput } from '@mantine/core';
import { findResource } from '@portolan/model';
import { type FormEvent, type ReactElement, useState } from 'react';
import { DialogBox } from '../../ui/DialogBox.tsx';
import { useCommandContext } from '../command-context.ts';
import { runEdit } from '../run-edit.ts';

interface RenameDialogProps {
  readonly resourceId: string;
  readonly onClose: () => void;
}

/** Asks for another name (and namespace); says why one can't be used. */
export function RenameDialog({ resourceId, onClose }: RenameDialogProps): ReactElement | null {
  const context = useCommandContext();
  const { snapshot } = context.session.store.getState();
  const resource = findResource(snapshot, resourceId);
  const [name, setName] = useState(resource?.name ?? '');
  const [namespace, setNamespace] = useState(resource?.namespace ?? '');
  const [reason, setReason] = useState<string | null>(null);
  if (resource === undefined) return null;

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const isMoved = namespace !== resource.namespace;
    const result = runEdit(context, {
      kind: 'rename-resource',
      resource: resourceId,
      name: name.trim(),
      ...(isMoved ? { namespace: namespace.trim() } : {}),
    });
    if (result.ok) onClose();
    else setReason(result.reason);
  };

  return (
    <DialogBox onClose={onClose} title={`Rename ${resource.kind} ${resource.name}`}>
      <form onSubmit={onSubmit}>
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label="Name"
            value={name}
            error={reason}
            onChange={(event) => setName(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
            autoComplete="off"
            spellCheck={false}
          />
          <TextInput
            label="Namespace"
            value={namespace}
            onChange={(event) => setNamespace(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
          />
          <span style={{ color: 'var(--ink-2)', fontSize: 'var(--t-2)' }}>
            Everything in the YAML that names it follows.
          </span>
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
