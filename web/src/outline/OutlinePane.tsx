import { rangeOf } from '@portolan/model';
import { type ReactElement, useMemo } from 'react';
import { useSession, useSessionState } from '../session/session-context.ts';
import { selectSnapshot } from '../session/session-selectors.ts';
import { KindIcon } from '../ui/KindIcon.tsx';
import { findKindLook } from '../ui/kind-look.ts';
import { useViewState, useViewStore } from '../view-state/view-context.ts';
import {
  requestReveal,
  requestText,
  type Selection,
  select,
  type ViewState,
} from '../view-state/view-state.ts';
import styles from './OutlinePane.module.css';
import { type OutlineEntry, readOutline } from './read-outline.ts';

/** Rendered at once; a longer text has a filter to narrow it. */
const SHOWN_ENTRIES = 500;

/** Everything in the text as a list: what is on the canvas, and what is not. */
export function OutlinePane(): ReactElement {
  const snapshot = useSessionState(selectSnapshot);
  const selection = useViewState(selectSelection);
  const groups = useMemo(() => readOutline(snapshot), [snapshot]);
  if (groups.length === 0) {
    return <p className={styles.none}>Nothing yet: the YAML has no resources.</p>;
  }
  return (
    <div className={styles.outline}>
      {groups.map(({ title, entries }) => (
        <section key={title} aria-label={title}>
          <h2 className={styles.title}>
            {title} <span className={styles.count}>{entries.length}</span>
          </h2>
          <ul className={styles.list}>
            {entries.slice(0, SHOWN_ENTRIES).map((entry) => (
              <li key={entry.key}>
                <OutlineButton
                  entry={entry}
                  isSelected={entry.nodeId !== null && selection.nodes.includes(entry.nodeId)}
                />
              </li>
            ))}
            {entries.length > SHOWN_ENTRIES && (
              <li className={styles.none}>and {entries.length - SHOWN_ENTRIES} more</li>
            )}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface OutlineButtonProps {
  readonly entry: OutlineEntry;
  readonly isSelected: boolean;
}

function OutlineButton({ entry, isSelected }: OutlineButtonProps): ReactElement {
  const session = useSession();
  const view = useViewStore();
  const onClick = (): void => {
    const { snapshot } = session.store.getState();
    if (entry.nodeId !== null) {
      select(view, { nodes: [entry.nodeId] }, 'outline');
      requestReveal(view, { kind: 'node', id: entry.nodeId }, 'centre');
    }
    if (entry.resourceId === null) return;
    const range = rangeOf(snapshot, entry.resourceId, []);
    if (range !== undefined) requestText(view, range, entry.nodeId === null);
  };
  return (
    <button
      type="button"
      className={styles.entry}
      aria-current={isSelected ? 'true' : undefined}
      onClick={onClick}
    >
      <span style={{ color: findKindLook(entry.kind).color, display: 'flex' }}>
        <KindIcon kind={entry.kind} size={15} />
      </span>
      <span className={styles.kind}>{entry.kind}</span>
      <span className={styles.name}>{entry.name}</span>
      <span className={styles.namespace}>{entry.namespace}</span>
      {entry.note !== '' && <span className={styles.note}>{entry.note}</span>}
    </button>
  );
}

function selectSelection({ selection }: ViewState): Selection {
  return selection;
}
