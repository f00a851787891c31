import { Button, Group, Stack } from '@mantine/core';
import { type ReactElement, useMemo } from 'react';
import type { ChangedFile } from '../../session/disk/check-files.ts';
import { DialogBox } from '../../ui/DialogBox.tsx';
import { useCommandContext } from '../command-context.ts';
import { ChangedLines } from '../comparison/ChangedLines.tsx';
import { compareTexts, countLines } from '../comparison/compare-texts.ts';
import { openDisk } from './open-disk.ts';
import type { SaveQuestionProps } from './SaveDialog.tsx';
import styles from './saving.module.css';

interface TellChangedProps extends SaveQuestionProps {
  readonly files: readonly ChangedFile[];
}

/** Says that somebody else wrote a file, shows what they wrote, and leaves the choice. */
export function TellChanged({ files, onDecide, onClose }: TellChangedProps): ReactElement {
  const context = useCommandContext();
  const names = files.map(({ path }) => path).join(', ');
  return (
    <DialogBox title={`${names} changed on the disk`} size="xl" onClose={onClose}>
      <Stack gap="md">
        <p className={styles.text}>
          Something else wrote {files.length === 1 ? 'it' : 'them'} since Portolan did last. Nothing
          is lost yet: choose which of the two goes on.
        </p>
        {files.map((file) => (
          <Difference key={file.path} file={file} />
        ))}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            Cancel
          </Button>
          <Button
            variant="default"
            onClick={() => {
              onClose();
              void openDisk(context);
            }}
          >
            Open what is on the disk
          </Button>
          <Button color="var(--error)" autoContrast onClick={() => onDecide({ overwrite: true })}>
            Overwrite it with mine
          </Button>
        </Group>
      </Stack>
    </DialogBox>
  );
}

function Difference({ file }: { readonly file: ChangedFile }): ReactElement {
  const { path, onDisk, text } = file;
  const comparison = useMemo(() => compareTexts(onDisk, text), [onDisk, text]);
  if (comparison === null) {
    return <p className={styles.text}>{path}: nearly every line is another one.</p>;
  }
  const { lines, added, removed } = comparison;
  return (
    <div>
      <p className={styles.text}>
        <strong>{path}</strong>: overwriting takes away {countLines(removed)} and writes{' '}
        {countLines(added)}.
      </p>
      <div className={styles.changes}>
        <ChangedLines label={`What overwriting changes in ${path}`} lines={lines} />
      </div>
    </div>
  );
}
