import { Select } from '@mantine/core';
import type { FieldPath } from '@portolan/model';
import type { ReactElement } from 'react';
import { useField } from '../field-context.ts';
import { SharedNote } from './SharedNote.tsx';

interface ChoiceFieldProps {
  readonly path: FieldPath;
  readonly label: string;
  readonly description?: string;
  readonly choices: readonly string[];
  /** What counts where nothing is written. */
  readonly fallback: string;
}

/** One of a few values. A value that is not among them is shown as it is written. */
export function ChoiceField({
  path,
  label,
  description,
  choices,
  fallback,
}: ChoiceFieldProps): ReactElement {
  const { value, set, remove } = useField(path);
  const written = typeof value === 'string' ? value : null;
  const isOwn = written !== null && !choices.includes(written);
  return (
    <>
      <Select
        size="xs"
        label={label}
        description={description}
        data={isOwn ? [written, ...choices] : [...choices]}
        value={written}
        placeholder={fallback}
        clearable={written !== null}
        allowDeselect={false}
        onChange={(next) => (next === null ? remove() : set(next))}
      />
      <SharedNote path={path} name={label} />
    </>
  );
}
