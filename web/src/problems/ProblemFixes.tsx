import { type Diagnostic, type FixScope, findFixes, previewFix } from '@portolan/model';
import { lazy, type ReactElement, Suspense, useMemo, useState } from 'react';
import { useDiagnosis, useSession } from '../session/session-context.ts';
import { selectShown } from '../session/session-selectors.ts';
import { ApplyFix } from './ApplyFix.tsx';
import styles from './ProblemDetails.module.css';

const FixPreview = lazy(async () => ({ default: (await import('./FixPreview.tsx')).FixPreview }));
const FixAllPreview = lazy(async () => ({
  default: (await import('./FixAllPreview.tsx')).FixAllPreview,
}));

/** What can be done about a finding, or about all of its kind: shown as the lines that it changes, before it does. */
export function ProblemFixes({ problem }: { readonly problem: Diagnostic }): ReactElement | null {
  const session = useSession();
  const fixes = useMemo(() => {
    const { snapshot } = session.store.getState();
    return findFixes(snapshot, problem).filter((fix) => previewFix(snapshot, fix).ok);
  }, [session, problem]);
  const wholes = useWholes(problem);
  const [chosen, setChosen] = useState(0);
  const fix = fixes[chosen];
  const whole = wholes[chosen - fixes.length];
  if (fixes.length === 0) return null;
  const titles = [...fixes, ...wholes].map(({ title }) => title);
  return (
    <>
      <h3 className={styles.heading}>What to do</h3>
      <div className={styles.fixes} role="radiogroup" aria-label="Ways to mend it">
        {titles.map((title, index) => (
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
        {fix !== undefined && <FixPreview fix={fix} />}
        {whole !== undefined && <FixAllPreview key={whole.title} scope={whole.scope} />}
      </Suspense>
      {fix !== undefined && <ApplyFix fix={fix} />}
    </>
  );
}

interface Whole {
  readonly title: string;
  readonly scope: FixScope;
}

/** The findings of the same code that can be mended at once: those of the resource, and those of the sketch. */
function useWholes({ code, resource }: Diagnostic): readonly Whole[] {
  const alike = useDiagnosis(selectShown).filter((one) => one.code === code);
  const beside = alike.filter((one) => one.resource === resource);
  const ofResource =
    resource !== null && beside.length > 1 && beside.length < alike.length
      ? [{ title: `All ${beside.length} of this kind here`, scope: { code, resource } }]
      : [];
  const ofSketch =
    alike.length > 1
      ? [{ title: `All ${alike.length} of this kind in the sketch`, scope: { code } }]
      : [];
  return [...ofResource, ...ofSketch];
}
