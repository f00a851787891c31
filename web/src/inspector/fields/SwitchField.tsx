import { Switch } from '@mantine/core';
import type { FieldPath } from '@portolan/model';
import type { ReactElement } from 'react';
import { useField } from '../field-context.ts';
import { SharedNote } from './SharedNote.tsx';

interface SwitchFieldProps {
  readonly path: FieldPath;
  readonly label: string;
  readonly description?: string;
}

/** True, or left out. */
export function SwitchField({ path, label, description }: SwitchFieldProps): ReactElement {
  const { value, set, remove } = useField(path);
  return (
    <>
      <Switch
        size="xs"
        label={label}
        description={description}
        checked={value === true}
        onChange={(event) => (event.currentTarget.checked ? set(true) : remove())}
      />
      <SharedNote path={path} name={label} />
    </>
  );
}
