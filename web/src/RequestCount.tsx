import type { ReactElement } from 'react';
import styles from './Dock.module.css';
import { useChecking } from './session/session-context.ts';
import { countChanged } from './session/session-selectors.ts';

/** How many saved requests do not end as they are expected to; nothing where all do. */
export function RequestCount(): ReactElement | null {
  const changed = useChecking(countChanged);
  if (changed === 0) return null;
  return (
    <span className={styles.count} title="Saved requests that do not end as expected">
      {changed}
    </span>
  );
}
