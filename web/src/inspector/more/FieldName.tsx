import type { Field } from '@portolan/model';
import { Fragment, type ReactElement } from 'react';
import styles from './more.module.css';

interface FieldNameProps {
  readonly field: Field;
  readonly name: string;
  readonly isSet: boolean;
  /** Where it stands, for a field that is shown away from its object; empty elsewhere. */
  readonly place?: string;
}

/** The name of a field as it stands in the YAML, and whether it has to be there. */
export function FieldName({ field, name, isSet, place = '' }: FieldNameProps): ReactElement {
  return (
    <span className={styles.name} data-set={isSet || undefined}>
      {place !== '' && <span className={styles.place}>{place}</span>}
      <span className={field.deprecation === null ? undefined : styles.struck}>
        <Breakable word={name} />
      </span>
      {field.required && <span className={styles.mark}>required</span>}
      {field.deprecation !== null && <span className={styles.mark}>deprecated</span>}
    </span>
  );
}

/** A word that breaks in front of its capitals where the line is too short for it. */
function Breakable({ word }: { readonly word: string }): ReactElement {
  const [first, ...others] = word.split(/(?<=[a-z])(?=[A-Z])/);
  return (
    <>
      {first}
      {others.map((part, index) => (
        // Parts have no names: one is its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Fragment key={index}>
          <wbr />
          {part}
        </Fragment>
      ))}
    </>
  );
}
