import { VisuallyHidden } from '@mantine/core';
import type { Field } from '@portolan/model';
import { Fragment, type ReactElement } from 'react';
import styles from './more.module.css';

interface FieldNameProps {
  readonly field: Field;
  readonly name: string;
  readonly isSet: boolean;
  /** Where it stands. */
  readonly place: string;
  /** Shows the place: the field is away from its object. Otherwise it is only heard. */
  readonly isAlone?: boolean;
}

/** The name of a field as it stands in the YAML, and whether it has to be there. */
export function FieldName(props: FieldNameProps): ReactElement {
  const { field, name, isSet, place, isAlone = false } = props;
  return (
    <span className={styles.name} data-set={isSet || undefined}>
      {isAlone ? (
        <span className={styles.place}>{place}</span>
      ) : (
        <VisuallyHidden>{place}</VisuallyHidden>
      )}
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
