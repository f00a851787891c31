import type { Snapshot } from '@portolan/model';
import { type ReactElement, useEffect, useState } from 'react';
import { useSessionState } from '../session/session-context.ts';
import styles from './CatchingUp.module.css';

/** Nobody notices what is behind for less. */
const NOTICED_MILLISECONDS = 250;

interface CatchingUpProps {
  /** The text that is shown. */
  readonly snapshot: Snapshot;
}

/** Says that what is shown is of the text before what was typed last, as long as it is. */
export function CatchingUp({ snapshot }: CatchingUpProps): ReactElement | null {
  const isBehind = useSessionState((state) => state.snapshot !== snapshot);
  const [isNoticed, setNoticed] = useState(false);
  useEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(() => setNoticed(true), NOTICED_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      setNoticed(false);
    };
  }, [isBehind]);
  return isBehind && isNoticed ? (
    <span className={styles.hint}>Of the text before. Catching up…</span>
  ) : null;
}
