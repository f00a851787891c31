import { Button, Group, Textarea } from '@mantine/core';
import {
  DEFAULT_ASSUMPTIONS,
  findOddAssumptions,
  parseAssumptions,
  writeAssumptions,
} from '@portolan/model';
import { IconCopy } from '@tabler/icons-react';
import { type ReactElement, useId, useState } from 'react';
import { announce } from '../../ui/announce.ts';
import { copyText } from '../../ui/copy-text.ts';
import styles from './AssumptionsDialog.module.css';
import { useAssumptions } from './use-assumptions.ts';

/** All assumptions as text: to take along for the command line, and to bring from there. */
export function YamlPart(): ReactElement {
  const { assumptions, change } = useAssumptions();
  const written = writeAssumptions(assumptions);
  const [draft, setDraft] = useState<string | null>(null);
  const problemsId = useId();
  const text = draft ?? written;
  const read = parseAssumptions(text);
  const problems = read.ok ? findOddAssumptions(read.assumptions) : read.problems;
  const apply = (): void => {
    if (!read.ok || problems.length > 0) return;
    change(read.assumptions, 'Assume what the YAML says');
    setDraft(null);
  };
  return (
    <div className={styles.part}>
      <Textarea
        className={styles.yaml ?? ''}
        label="The assumptions as YAML"
        description="The file that portolan analyze --assume FILE takes. Change it or paste one here; what is left out has its default."
        autosize
        minRows={10}
        maxRows={14}
        value={text}
        spellCheck={false}
        aria-describedby={problems.length > 0 ? problemsId : undefined}
        error={problems.length > 0}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
      {problems.length > 0 && (
        <ul id={problemsId} className={styles.problems} role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <Group gap="xs">
        <Button
          size="xs"
          disabled={draft === null || draft === written || problems.length > 0}
          onClick={apply}
        >
          Assume this
        </Button>
        <CopyButton key={text} text={text} />
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            setDraft(null);
            change(DEFAULT_ASSUMPTIONS, 'Assume nothing of my own');
          }}
        >
          Back to the defaults
        </Button>
      </Group>
    </div>
  );
}

function CopyButton({ text }: { readonly text: string }): ReactElement {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const done = await copyText(text);
    setIsCopied(done);
    announce(done ? 'Copied the assumptions.' : 'The browser does not allow copying.');
  };
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconCopy size={14} aria-hidden />}
      onClick={() => void copy()}
    >
      {isCopied ? 'Copied' : 'Copy'}
    </Button>
  );
}
