import { lazy, type ReactElement, Suspense } from 'react';
import type { OpenSession } from '../session/open-session.ts';
import type { SessionState } from '../session/session.ts';
import { useSessionState } from '../session/session-context.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { useViewStore } from '../view-state/view-context.ts';
import styles from './EditorPane.module.css';

// Monaco is most of the app's bytes; the canvas is on screen before it.
const MonacoPane = lazy(async () => {
  await afterPaint();
  return { default: (await import('./MonacoPane.tsx')).MonacoPane };
});

interface EditorPaneProps {
  readonly session: OpenSession;
  readonly scheme: 'light' | 'dark';
}

/** The YAML of the sketch. */
export function EditorPane({ session, scheme }: EditorPaneProps): ReactElement {
  const view = useViewStore();
  const documents = useSessionState(countDocuments);
  return (
    // React Flow listens to keys of the whole page (Space pans); `nokey` keeps it out of here.
    <section className={`${styles.pane} nokey`} aria-label="YAML" data-pane="editor">
      <header className={styles.head}>
        <h2 className={styles.title}>YAML</h2>
        <span className={styles.count}>
          {documents} {documents === 1 ? 'document' : 'documents'}
        </span>
      </header>
      <Suspense fallback={<EditorSkeleton />}>
        <MonacoPane session={session} view={view} scheme={scheme} />
      </Suspense>
    </section>
  );
}

function EditorSkeleton(): ReactElement {
  return (
    <div className={styles.skeleton} role="status">
      Loading the editor…
    </div>
  );
}

function countDocuments({ snapshot }: SessionState): number {
  return snapshot.documents.filter((document) => document.status !== 'empty').length;
}
