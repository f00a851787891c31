import { Button, Group, Select, Stack } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import { newFilePath } from '../../session/disk/check-files.ts';
import type { DiskFiles } from '../../session/disk/disk-files.ts';
import type { NewDocument } from '../../session/disk/split-among-files.ts';
import type { WorkspaceState } from '../../session/sketches/workspace.ts';
import { DialogBox } from '../../ui/DialogBox.tsx';
import { useCommandContext } from '../command-context.ts';
import type { SaveQuestionProps } from './SaveDialog.tsx';
import styles from './saving.module.css';

interface AskPlacesProps extends SaveQuestionProps {
  readonly documents: readonly NewDocument[];
}

/** Asks which file new resources are to go to. */
export function AskPlaces({ documents, onDecide, onClose }: AskPlacesProps): ReactElement | null {
  const { workspace } = useCommandContext();
  const disk = useStore(workspace.store, selectDisk);
  const [chosen, setChosen] = useState<ReadonlyMap<number, string>>(new Map());
  if (disk === null) return null;
  const placeOf = (document: NewDocument): string =>
    chosen.get(document.index) ?? choicesFor(disk, document)[0]?.value ?? '';
  const isOne = documents.length === 1;
  return (
    <DialogBox title={isOne ? 'Where does it go?' : 'Where do they go?'} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onDecide({ places: new Map(documents.map((one) => [one.index, placeOf(one)])) });
        }}
      >
        <Stack gap="md">
          <p className={styles.text}>
            {isOne ? 'This is' : 'These are'} new: no file of {disk.name} has{' '}
            {isOne ? 'it' : 'them'} yet.
          </p>
          {documents.map((document, index) => (
            <Select
              key={document.index}
              data-autofocus={index === 0 || undefined}
              label={`${document.kind ?? 'Document'} ${document.name ?? ''}`.trim()}
              data={choicesFor(disk, document)}
              value={placeOf(document)}
              allowDeselect={false}
              onChange={(path) => {
                if (path !== null) setChosen(new Map([...chosen, [document.index, path]]));
              }}
            />
          ))}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Save</Button>
          </Group>
        </Stack>
      </form>
    </DialogBox>
  );
}

/** A file of its own first, where one can be made. */
function choicesFor(disk: DiskFiles, document: NewDocument) {
  const path = newFilePath(disk, document);
  const own = { value: path, label: `A new file, ${path}` };
  const known = disk.files.map((file) => ({
    value: file.path,
    label: `At the end of ${file.path}`,
  }));
  return disk.folder === null ? known : [own, ...known];
}

function selectDisk({ disk }: WorkspaceState): DiskFiles | null {
  return disk;
}
