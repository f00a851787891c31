import { ActionIcon, Button, Group, Select } from '@mantine/core';
import {
  describeMatch,
  type FieldPath,
  phraseText,
  type VirtualServiceNode,
} from '@portolan/model';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useField, useInspected } from '../field-context.ts';
import { TextField } from '../fields/TextField.tsx';
import styles from './PathMatches.module.css';

interface PathMatchesProps {
  readonly node: VirtualServiceNode;
  readonly index: number;
}

/** The paths that a route takes, one line for each match block; any of them is enough. */
export function PathMatches({ node, index }: PathMatchesProps): ReactElement {
  const { resource, write } = useInspected();
  const matches = node.http.find((one) => one.index === index)?.matches ?? [];
  const path: FieldPath = ['spec', 'http', index, 'match'];
  const added = { uri: { prefix: '/new' } };
  const add = (): void => {
    if (matches.length === 0) write({ kind: 'set', resource: resource.id, path, value: [added] });
    else {
      const at = matches.length;
      write({ kind: 'insert', resource: resource.id, path, index: at, value: added });
    }
  };
  return (
    <div className={styles.matches}>
      {matches.map((_, block) => (
        <PathMatch
          // Match blocks have no names: one is its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={block}
          path={[...path, block]}
          isLone={matches.length === 1}
        />
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={12} aria-hidden />}
        onClick={add}
      >
        {matches.length === 0 ? 'Only for some paths' : 'Or another path'}
      </Button>
    </div>
  );
}

const KINDS = [
  { value: 'prefix', label: 'path starts with' },
  { value: 'exact', label: 'path is' },
  { value: 'regex', label: 'path matches (RE2)' },
];

interface PathMatchProps {
  readonly path: FieldPath;
  readonly isLone: boolean;
}

function PathMatch({ path, isLone }: PathMatchProps): ReactElement {
  const { resource, write } = useInspected();
  const { value, set } = useField([...path, 'uri']);
  const { value: block } = useField(path);
  const uri = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const [kind = 'prefix', text = ''] = uri[0] ?? [];
  const whole = isLone ? path.slice(0, -1) : path;
  if (value === undefined) {
    const fields = typeof block === 'object' && block !== null ? { ...block } : {};
    return (
      <Group gap={6} justify="space-between" wrap="nowrap">
        <span className={styles.words}>{phraseText(describeMatch(fields, 'http'))}</span>
        <Button size="compact-xs" variant="subtle" onClick={() => set({ prefix: '/new' })}>
          and a path
        </Button>
      </Group>
    );
  }
  return (
    <Group gap={6} align="flex-start" wrap="nowrap">
      <Select
        size="xs"
        className={styles.kind ?? ''}
        aria-label="How the path is compared"
        data={KINDS}
        value={kind}
        allowDeselect={false}
        onChange={(next) => next !== null && set({ [next]: String(text) || '/' })}
      />
      <div className={styles.text}>
        <TextField
          path={[...path, 'uri', kind]}
          label=""
          placeholder="/"
          check={whyNotPath(kind)}
        />
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label="Remove this condition"
        onClick={() => write({ kind: 'remove', resource: resource.id, path: whole })}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

function whyNotPath(kind: string): (text: string) => string | null {
  return (text) =>
    kind === 'regex' || text.startsWith('/')
      ? null
      : 'A path begins with "/": without it nothing matches.';
}
