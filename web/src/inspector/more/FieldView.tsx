import type { ReactElement } from 'react';
import { SharedNote } from '../fields/SharedNote.tsx';
import { FieldName } from './FieldName.tsx';
import { FieldText } from './FieldText.tsx';
import { FoldedField } from './FoldedField.tsx';
import { type FieldSpot, hearsOf, isSingle } from './field-spot.ts';
import { useSpot } from './more-context.ts';
import { ScalarControl } from './ScalarControl.tsx';

interface FieldViewProps {
  readonly spot: FieldSpot;
  /** Says where the field stands: it is shown away from its object. */
  readonly isAlone?: boolean;
  /** Whether it is unfolded, or has the keyboard, as soon as it is there. */
  readonly isNew?: boolean;
}

/** One field: a control beside its name, or what it holds folded below it. */
export function FieldView({ spot, isAlone = false, isNew = false }: FieldViewProps): ReactElement {
  const { field, path } = spot;
  const { value } = useSpot(spot);
  const name = String(path.at(-1));
  const title = (
    <FieldName
      field={field}
      name={name}
      isSet={value !== undefined}
      place={placeOf(path.slice(0, -1))}
      isAlone={isAlone}
    />
  );
  if (!isSingle(field)) return <FoldedField spot={spot} title={title} isNew={isNew} />;
  return (
    <>
      <ScalarControl
        spot={spot}
        hears={hearsOf(path)}
        label={title}
        description={<FieldText field={field} name={hearsOf(path)} />}
        isFocused={isNew}
      />
      {value !== undefined && <SharedNote path={path} name={name} />}
    </>
  );
}

function placeOf(path: FieldSpot['path']): string {
  return path.length === 0 || (path.length === 1 && path[0] === 'spec') ? '' : hearsOf(path);
}
