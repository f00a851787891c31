import { SegmentedControl } from '@mantine/core';
import { type ChangeScope, type FieldPath, findSharedField } from '@portolan/model';
import { type ReactElement, useMemo } from 'react';
import { useInspected } from '../field-context.ts';
import styles from './SharedNote.module.css';

interface SharedNoteProps {
  readonly path: FieldPath;
  /** What the field is called on screen. */
  readonly name: string;
}

/** Says that other places of the YAML use a field too, and lets choose where a change of it counts. */
export function SharedNote({ path, name }: SharedNoteProps): ReactElement | null {
  const { resource, scopeOf, setScope } = useInspected();
  const key = JSON.stringify(path);
  const shared = useMemo(
    () => findSharedField(resource, JSON.parse(key) as FieldPath),
    [resource, key],
  );
  if (shared === null) return null;
  const { anchor, others } = shared;
  return (
    <div className={styles.note} data-shared>
      <span>
        {name} is used in {others === 1 ? 'one other place' : `${others} other places`} too (
        <code>&amp;{anchor}</code>). A change counts
      </span>
      <SegmentedControl
        size="xs"
        aria-label={`Where changes of &${anchor} count`}
        data={CHOICES}
        value={scopeOf(anchor)}
        onChange={(scope) => setScope(anchor, scope as ChangeScope)}
      />
    </div>
  );
}

const CHOICES = [
  { value: 'here', label: 'here only' },
  { value: 'everywhere', label: 'everywhere' },
];
