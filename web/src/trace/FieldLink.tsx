import {
  createLineIndex,
  type FieldOrigin,
  formatFieldPath,
  rangeOf,
  type Snapshot,
  snapshotText,
} from '@portolan/model';
import type { ReactElement } from 'react';
import { useSession } from '../session/session-context.ts';
import { findTargetAt } from '../session/target-at.ts';
import { useViewStore } from '../view-state/view-context.ts';
import { requestReveal, requestText, select } from '../view-state/view-state.ts';
import styles from './FieldLink.module.css';

interface FieldLinkProps {
  readonly origin: FieldOrigin;
  /** Of what is shown; the text may have changed since. */
  readonly snapshot: Snapshot;
  /** Whether it says the whole name, and not only the line. */
  readonly isNamed?: boolean;
}

/** The line of a field; a click shows it in the text, and what stands for it on the canvas. */
export function FieldLink({
  origin,
  snapshot,
  isNamed = false,
}: FieldLinkProps): ReactElement | null {
  const session = useSession();
  const view = useViewStore();
  const range = rangeOf(snapshot, origin.resourceId, origin.path);
  if (range === undefined) return null;
  const line = lineOf(snapshot, range.start);
  const show = () => {
    const { snapshot: now } = session.store.getState();
    const place = rangeOf(now, origin.resourceId, origin.path);
    if (place === undefined) return;
    const target = findTargetAt(now, place.start);
    if (target !== null) {
      const ids = target.kind === 'node' ? { nodes: [target.id] } : { edges: [target.id] };
      select(view, ids, 'trace');
      requestReveal(view, target);
    }
    requestText(view, place, false);
  };
  const name = `${origin.resourceId} ${formatFieldPath(origin.path)}`.trim();
  return (
    <button type="button" className={styles.link} title={name} onClick={show}>
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
