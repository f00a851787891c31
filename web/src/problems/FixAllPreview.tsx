import type { FixAll, FixScope, LeftFinding } from '@portolan/model';
import { type ReactElement, useEffect, useState } from 'react';
import { useSession } from '../session/session-context.ts';
import { ApplyFix } from './ApplyFix.tsx';
import { FixPreview } from './FixPreview.tsx';
import { loadFixAll } from './load-fix-all.ts';
import styles from './ProblemDetails.module.css';

/** The lines that mending all findings of a kind changes, and the findings that it leaves, each with the reason. */
export function FixAllPreview({ scope }: { readonly scope: FixScope }): ReactElement {
  const session = useSession();
  const [all, setAll] = useState<FixAll | null>(null);
  const { code, resource } = scope;
  useEffect(() => {
    let isCurrent = true;
    const { snapshot } = session.store.getState();
    void loadFixAll(snapshot, { code, resource }).then((loaded) => {
      if (isCurrent) setAll(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [session, code, resource]);
  if (all === null)
    return (
      <p className={styles.text} role="status">
        Looking at all of them…
      </p>
    );
  return (
    <>
      {all.fixed > 0 && <FixPreview fix={all} />}
      {all.left.length > 0 && <Left findings={all.left} />}
      {all.fixed > 0 && <ApplyFix fix={all} />}
    </>
  );
}

/** More of them nobody reads: what stays is in the list of problems. */
const SHOWN = 5;

function Left({ findings }: { readonly findings: readonly LeftFinding[] }): ReactElement {
  const more = findings.length - SHOWN;
  return (
    <div className={styles.left}>
      <p className={styles.text}>
        {findings.length === 1 ? 'One of them stays' : `${findings.length} of them stay`}:
      </p>
      <ul className={styles.reasons}>
        {findings.slice(0, SHOWN).map(({ diagnostic, reason }) => (
          <li key={`${diagnostic.resource} ${diagnostic.message}`}>
            <strong>{diagnostic.resource}</strong> {reason}
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.text}>and {more} more.</p>}
    </div>
  );
}
