import { Select } from '@mantine/core';
import { checkValue } from '@portolan/model';
import type { ReactElement } from 'react';
import { useInspected } from '../field-context.ts';
import { BESIDE_NAME } from './control-classes.ts';
import { isRemovable } from './curated-fields.ts';
import { useSpot } from './more-context.ts';
import type { ScalarControlProps } from './ScalarControl.tsx';

/** The choice that takes the field away. */
const NOT_SET = 'not set';

interface ValueSelectProps extends ScalarControlProps {
  readonly choices: readonly string[];
}

/** One of the values that a field allows, or none. One that is written and not allowed says so. */
export function ValueSelect(props: ValueSelectProps): ReactElement {
  const { spot, hears, label, description, choices, isFocused = false } = props;
  const { field } = spot;
  const { canWrite } = useInspected();
  const { value, set, remove } = useSpot(spot);
  const written = value === undefined || value === null ? null : String(value);
  const isOwn = written !== null && !choices.includes(written);
  const mayGo = written !== null && isRemovable(spot) && canWrite;
  const change = (next: string | null): void => {
    if (next === null || next === NOT_SET) remove();
    else set(field.type === 'boolean' ? next === 'true' : next);
  };
  return (
    <Select
      size="xs"
      classNames={BESIDE_NAME}
      aria-label={hears}
      label={label}
      description={description}
      placeholder={field.defaultValue ?? NOT_SET}
      data={[...(isOwn ? [written] : []), ...choices, ...(mayGo ? [NOT_SET] : [])]}
      value={written}
      error={checkValue(field, value)?.reason}
      disabled={!canWrite}
      allowDeselect={false}
      autoFocus={isFocused}
      onChange={change}
    />
  );
}
