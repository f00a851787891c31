import { previewFix, type QuickFix } from '@portolan/model';
import { type ReactElement, useMemo } from 'react';
import { ChangedLines } from '../commands/comparison/ChangedLines.tsx';
import { compareTexts } from '../commands/comparison/compare-texts.ts';
import { useSession } from '../session/session-context.ts';
import styles from './ProblemDetails.module.css';

/** The lines that a fix takes away and adds. */
export function FixPreview({ fix }: { readonly fix: QuickFix }): ReactElement | null {
  const session = useSession();
  const comparison = useMemo(() => {
    const preview = previewFix(session.store.getState().snapshot, fix);
    return preview.ok ? compareTexts(session.text(), preview.text) : null;
  }, [session, fix]);
  if (comparison === null) return null;
  return (
    <div className={styles.preview}>
      <ChangedLines label="What it changes" lines={comparison.lines} />
    </div>
  );
}
