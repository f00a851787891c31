import { Button } from '@mantine/core';
import { type Diagnostic, findFixes, previewFix, type QuickFix } from '@portolan/model';
import { IconBulb } from '@tabler/icons-react';
import { lazy, type ReactElement, Suspense, useMemo, useState } from 'react';
import { runEdits } from '../commands/run-edit.ts';
import { useSession } from '../session/session-context.ts';
import { useViewStore } from '../view-state/view-context.ts';
import styles from './ProblemDetails.module.css';

const FixPreview = lazy(async () => ({ default: (await import('./FixPreview.tsx')).FixPreview }));

/** What can be done about a finding: each shown as the lines that it changes, before it does. */
export function ProblemFixes({ problem }: { readonly problem: Diagnostic }): ReactElement | null {
  const session = useSession();
  const fixes = useMemo(() => {
    const { snapshot } = session.store.getState();
    return findFixes(snapshot, problem).filter((fix) => previewFix(snapshot, fix).ok);
  }, [session, problem]);
  const [chosen, setChosen] = useState(0);
  const fix = fixes[chosen];
  if (fix === undefined) return null;
  return (
    <>
      <h3 className={styles.heading}>What to do</h3>
      <div className={styles.fixes} role="radiogroup" aria-label="Ways to mend it">
        {fixes.map(({ title }, index) => (
          <label key={title} className={styles.fix}>
            <input
              type="radio"
              name="fix"
              checked={index === chosen}
              onChange={() => setChosen(index)}
            />
            {title}
          </label>
        ))}
      </div>
      <Suspense fallback={null}>
        <FixPreview fix={fix} />
      </Suspense>
      <ApplyFix fix={fix} />
    </>
  );
}

function ApplyFix({ fix }: { readonly fix: QuickFix }): ReactElement {
  const session = useSession();
  const view = useViewStore();
  return (
    <Button
      size="compact-sm"
      leftSection={<IconBulb size={15} aria-hidden />}
      disabled={session.readOnlyReason !== null}
      onClick={() => runEdits({ session, view }, fix.commands, fix.title)}
    >
      {fix.title}
    </Button>
  );
}
