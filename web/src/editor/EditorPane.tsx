import { lazy, type ReactElement, Suspense } from 'react';
import type { OpenSession } from '../session/open-session.ts';
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
  return (
    // React Flow listens to keys of the whole page (Space pans); `nokey` keeps it out of here.
    <section className={`${styles.pane} nokey`} aria-label="YAML" data-pane="editor">
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
