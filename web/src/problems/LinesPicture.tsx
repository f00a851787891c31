import { createLineIndex, type Diagnostic, placeOfDiagnostic } from '@portolan/model';
import { type ReactElement, useMemo } from 'react';
import { useSession } from '../session/session-context.ts';
import styles from './ProblemDetails.module.css';
import { readPictureLines } from './picture-lines.ts';

/** The lines of the text that a finding is about, with the place marked. */
export function LinesPicture({ problem }: { readonly problem: Diagnostic }): ReactElement | null {
  const session = useSession();
  const lines = useMemo(() => {
    const range = placeOfDiagnostic(session.store.getState().snapshot, problem);
    if (range === undefined) return [];
    const text = session.text();
    return readPictureLines(text, createLineIndex(text), range);
  }, [session, problem]);
  if (lines.length === 0) return null;
  return (
    <figure className={styles.picture} aria-label="The lines that it is about">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, by keyboard too */}
      <pre className={styles.lines} tabIndex={0}>
        {lines.map(({ number, before, marked, after }) => (
          <span key={number} className={styles.line} data-marked={marked !== '' || undefined}>
            <span className={styles.number} aria-hidden>
              {number}
            </span>
            {before}
            {marked !== '' && <mark>{marked}</mark>}
            {after}
            {'\n'}
          </span>
        ))}
      </pre>
    </figure>
  );
}
