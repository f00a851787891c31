import { type ReactElement, useState } from 'react';
import { ChoiceView } from './ChoiceView.tsx';
import { FieldView } from './FieldView.tsx';
import { type FieldRow, fieldRows, isWhollyHidden, unknownKeys } from './field-rows.ts';
import { type FieldSpot, fieldOf } from './field-spot.ts';
import styles from './more.module.css';
import { useMore, useSpot } from './more-context.ts';
import { UnknownField } from './UnknownField.tsx';

/** So few more lines are not worth a button. */
const FEW = 3;

interface ObjectFieldsProps {
  readonly spot: FieldSpot;
  /** Fields that are shown elsewhere. */
  readonly without?: readonly string[];
}

/** The fields of an object: those that are set and those that most people meet, then all others on request. */
export function ObjectFields({ spot, without = [] }: ObjectFieldsProps): ReactElement {
  const { isCurated } = useMore();
  const { value } = useSpot(spot);
  const [showsAll, setShowsAll] = useState(false);
  const rows = fieldRows(
    spot.field,
    value,
    ({ name }) => without.includes(name) || isHidden(spot, name, isCurated),
  );
  const primary = rows.filter(({ isPrimary }) => isPrimary);
  const rest = rows.filter(({ isPrimary }) => !isPrimary);
  const isWhole = showsAll || primary.length === 0 || (rest.length <= FEW && rest.every(isInUse));
  return (
    <div className={styles.rows}>
      {unknownKeys(spot.field, value).map((key) => (
        <UnknownField key={key} spot={spot} name={key} />
      ))}
      {(isWhole ? rows : primary).map((row) => (
        <Row key={row.fields[0]?.name} spot={spot} row={row} />
      ))}
      {!isWhole && (
        <button type="button" className={styles.rest} onClick={() => setShowsAll(true)}>
          Show {rest.length} rarer {rest.length === 1 ? 'field' : 'fields'}
        </button>
      )}
    </div>
  );
}

function isInUse({ fields }: FieldRow): boolean {
  return fields.every(({ deprecation }) => deprecation === null);
}

interface RowProps {
  readonly spot: FieldSpot;
  readonly row: FieldRow;
}

function Row({ spot, row }: RowProps): ReactElement | null {
  const [field, another] = row.fields;
  if (field === undefined) return null;
  return another === undefined ? (
    <FieldView spot={fieldOf(spot, field)} />
  ) : (
    <ChoiceView spot={spot} fields={row.fields} />
  );
}

function isHidden(
  spot: FieldSpot,
  name: string,
  isCurated: Parameters<typeof isWhollyHidden>[2],
): boolean {
  const field = spot.field.fields.find((one) => one.name === name);
  return field !== undefined && isWhollyHidden(field, [...spot.path, name], isCurated);
}
