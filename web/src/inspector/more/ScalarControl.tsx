import type { Field } from '@portolan/model';
import { isSecret } from '@portolan/model';
import type { ReactElement, ReactNode } from 'react';
import type { FieldSpot } from './field-spot.ts';
import { SecretControl } from './SecretControl.tsx';
import { TextControl } from './TextControl.tsx';
import { ValueSelect } from './ValueSelect.tsx';

/** What a control of one value is told. */
export interface ScalarControlProps {
  readonly spot: FieldSpot;
  /** Its name for those who hear it, with its place. */
  readonly hears: string;
  /** What is on screen beside it; left out in a line of a list or map. */
  readonly label?: ReactNode;
  readonly description?: ReactNode;
  readonly isFocused?: boolean;
}

/** The control of a field that holds one value: choices where they are known, else a text that is checked. */
export function ScalarControl(props: ScalarControlProps): ReactElement {
  const { field } = props.spot;
  if (isSecret(field)) return <SecretControl {...props} />;
  return choicesOf(field).length > 0 ? (
    <ValueSelect {...props} choices={choicesOf(field)} />
  ) : (
    <TextControl {...props} />
  );
}

function choicesOf({ type, values }: Field): readonly string[] {
  return type === 'boolean' ? ['true', 'false'] : values;
}
