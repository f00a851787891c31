import type { ReactElement } from 'react';
import styles from './VersionChoice.module.css';

interface VersionChoiceProps {
  /** What is chosen from, to those who listen. */
  readonly label: string;
  /** What tells the versions apart, in their order. */
  readonly keys: readonly (string | number)[];
  /** How they are called. */
  readonly titles: readonly string[];
  /** From 0. */
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** A list of versions of a sketch, of which one is chosen; it takes the focus when a dialog opens. */
export function VersionChoice({
  label,
  keys,
  titles,
  chosen,
  onChoose,
}: VersionChoiceProps): ReactElement {
  return (
    <fieldset className={styles.list}>
      <legend className={styles.hidden}>{label}</legend>
      {titles.map((title, index) => (
        <label key={keys[index]} className={styles.version}>
          <input
            type="radio"
            name="version"
            checked={index === chosen}
            data-autofocus={index === chosen || undefined}
            onChange={() => onChoose(index)}
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
