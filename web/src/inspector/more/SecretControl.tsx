import { TextInput } from '@mantine/core';
import { checkValue } from '@portolan/model';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { useInspected } from '../field-context.ts';
import { BESIDE_NAME } from './control-classes.ts';
import { useSpot } from './more-context.ts';
import { RemoveButton } from './RemoveButton.tsx';
import type { ScalarControlProps } from './ScalarControl.tsx';

/** A value that is never shown, only replaced. */
export function SecretControl({
  spot,
  hears,
  label,
  description,
  isFocused = false,
}: ScalarControlProps): ReactElement {
  const { canWrite } = useInspected();
  const { value, set, remove } = useSpot(spot);
  const [draft, setDraft] = useState('');
  const problem = draft === '' ? null : checkValue(spot.field, draft);
  const commit = (): void => {
    if (draft !== '' && problem === null && set(draft)) setDraft('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
  };
  return (
    <TextInput
      size="xs"
      type="password"
      autoComplete="off"
      classNames={BESIDE_NAME}
      aria-label={hears}
      label={label}
      description={description}
      placeholder={value === undefined ? 'not set' : 'hidden; type to replace it'}
      value={draft}
      data-written={draft === '' || undefined}
      error={problem?.reason}
      disabled={!canWrite}
      autoFocus={isFocused}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
      rightSection={
        value !== undefined && canWrite ? <RemoveButton what={hears} onRemove={remove} /> : null
      }
    />
  );
}
