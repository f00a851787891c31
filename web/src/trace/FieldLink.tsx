import {
  createLineIndex,
  type FieldOrigin,
  formatFieldPath,
  rangeOf,
  type Snapshot,
  snapshotText,
} from '@portolan/model';
import type { ReactElement } from 'react';
import styles from './FieldLink.module.css';
import { useShowField } from './use-show-field.ts';

interface FieldLinkProps {
  readonly origin: FieldOrigin;
  /** Of what is shown; the text may have changed since. */
  readonly snapshot: Snapshot;
  /** Whether it says the whole name, and not only the line. */
  readonly isNamed?: boolean;
  /** Whether Tab passes it by, as the keys of its row do the same. */
  readonly isInRow?: boolean;
}

/** The line of a field; a click shows it in the text, and what stands for it on the canvas. */
export function FieldLink({
  origin,
  snapshot,
  isNamed = false,
  isInRow = false,
}: FieldLinkProps): ReactElement | null {
  const showField = useShowField();
  const range = rangeOf(snapshot, origin.resourceId, origin.path);
  if (range === undefined) return null;
  const line = lineOf(snapshot, range.start);
  const name = `${origin.resourceId} ${formatFieldPath(origin.path)}`.trim();
  return (
    <button
      type="button"
      className={styles.link}
      title={name}
      tabIndex={isInRow ? -1 : undefined}
      onClick={(event) => {
        event.stopPropagation();
        showField(origin);
      }}
    >
      {isNamed && <span className={styles.name}>{name}</span>}
      <span className={styles.line}>Ln {line}</span>
    </button>
  );
}

const indexes = new WeakMap<Snapshot, ReturnType<typeof createLineIndex>>();

function lineOf(snapshot: Snapshot, offset: number): number {
  let index = indexes.get(snapshot);
  if (index === undefined) {
    index = createLineIndex(snapshotText(snapshot));
    indexes.set(snapshot, index);
  }
  return index.positionAt(offset).line;
}
