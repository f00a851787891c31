import { Autocomplete, Button, Checkbox, Group, Stack } from '@mantine/core';
import { type EditCommand, findResource, type Resource } from '@portolan/model';
import { type FormEvent, type ReactElement, useMemo, useState } from 'react';
import { DialogBox } from '../../ui/DialogBox.tsx';
import type { CommandContext } from '../command.ts';
import { useCommandContext } from '../command-context.ts';
import { countNamespaces } from '../namespace-commands.ts';
import { relatedResources } from '../related-resources.ts';
import { runEdit, runEdits } from '../run-edit.ts';

interface MoveNamespaceDialogProps {
  readonly resourceIds: readonly string[];
  readonly onClose: () => void;
}

/** Asks for another namespace; says why one can't be used. */
export function MoveNamespaceDialog(props: MoveNamespaceDialogProps): ReactElement | null {
  const { resourceIds, onClose } = props;
  const context = useCommandContext();
  const { chosen, companions, namespaces } = useMovable(context, resourceIds);
  const [namespace, setNamespace] = useState('');
  const [withCompanions, setWithCompanions] = useState(true);
  const [reason, setReason] = useState<string | null>(null);
  if (chosen.length === 0) return null;

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const target = namespace.trim();
    const moving = [...chosen, ...(withCompanions ? companions : [])];
    const edits = moving
      .filter((one) => one.namespace !== target)
      .map((one) => moveTo(one, target));
    const [first, second] = edits;
    if (first === undefined) {
      setReason('Everything that you chose is in this namespace already.');
      return;
    }
    const label = `Move ${moving.length} resources to ${target}`;
    const result = second === undefined ? runEdit(context, first) : runEdits(context, edits, label);
    if (result.ok) onClose();
    else setReason(result.reason);
  };

  return (
    <DialogBox onClose={onClose} title={`Move ${namesOf(chosen)} to another namespace`}>
      <form onSubmit={onSubmit}>
        <Stack gap="sm">
          <Autocomplete
            data-autofocus
            label="Namespace"
            data={namespaces}
            value={namespace}
            error={reason}
            onChange={setNamespace}
            comboboxProps={{ withinPortal: true }}
            openOnFocus={false}
            spellCheck={false}
          />
          {companions.length > 0 && (
            <Checkbox
              label={`Move what belongs to ${chosen.length === 1 ? 'it' : 'them'} too: ${companions.map(({ kind, name }) => `${kind} ${name}`).join(', ')}`}
              checked={withCompanions}
              onChange={(event) => setWithCompanions(event.currentTarget.checked)}
            />
          )}
          <span style={{ color: 'var(--ink-2)', fontSize: 'var(--t-2)' }}>
            Everything in the YAML that names {chosen.length === 1 ? 'it' : 'them'} follows.
          </span>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Move</Button>
          </Group>
        </Stack>
      </form>
    </DialogBox>
  );
}

/** What is to be moved, what belongs to it, and where it can go. */
function useMovable({ session }: CommandContext, resourceIds: readonly string[]) {
  const { snapshot } = session.store.getState();
  return useMemo(() => {
    const chosen = resourceIds.flatMap((id) => findResource(snapshot, id) ?? []);
    const related = new Set(chosen.flatMap((resource) => relatedResources(snapshot, resource)));
    return {
      chosen,
      companions: [...related].filter(({ id }) => !resourceIds.includes(id)),
      namespaces: countNamespaces(snapshot.topology.nodes)
        .map(({ namespace }) => namespace)
        .filter((namespace) => chosen.some((one) => one.namespace !== namespace)),
    };
  }, [snapshot, resourceIds]);
}

function moveTo({ id, name }: Resource, namespace: string): EditCommand {
  return { kind: 'rename-resource', resource: id, name, namespace };
}

function namesOf(resources: readonly Resource[]): string {
  const [only, second] = resources;
  return only !== undefined && second === undefined
    ? `${only.kind} ${only.name}`
    : `${resources.length} resources`;
}
