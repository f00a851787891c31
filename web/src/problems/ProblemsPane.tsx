import { createLineIndex, problemsOf } from '@portolan/model';
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { type ReactElement, useMemo } from 'react';
import { useSession, useSessionState } from '../session/session-context.ts';
import { selectSnapshot } from '../session/session-selectors.ts';
import { useViewStore } from '../view-state/view-context.ts';
import { requestText } from '../view-state/view-state.ts';
import styles from './ProblemsPane.module.css';

const ICONS = { error: IconCircleX, warning: IconAlertTriangle, info: IconInfoCircle } as const;
const WORDS = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

/** More than anybody reads in a list; the rest is counted. */
const SHOWN_PROBLEMS = 200;

/** All problems of the text; a click goes to the place. */
export function ProblemsPane(): ReactElement {
  const session = useSession();
  const view = useViewStore();
  const snapshot = useSessionState(selectSnapshot);
  const problems = useMemo(() => problemsOf(snapshot), [snapshot]);
  const lines = useMemo(
    () => (problems.length === 0 ? null : createLineIndex(session.text())),
    [problems, session],
  );
  if (problems.length === 0 || lines === null) {
    return (
      <p className={styles.none}>
        No problems in the YAML itself: Kubernetes can read all of it. What leads nowhere is drawn
        broken on the canvas.
      </p>
    );
  }
  return (
    <ul className={styles.list} aria-label="Problems">
      {problems.slice(0, SHOWN_PROBLEMS).map((problem) => {
        const Icon = ICONS[problem.severity];
        const { line, column } = lines.positionAt(problem.range.start);
        return (
          <li key={`${problem.code} ${problem.range.start} ${problem.message}`}>
            <button
              type="button"
              className={styles.problem}
              onClick={() => requestText(view, problem.range, true)}
            >
              <span className={styles.icon} data-severity={problem.severity}>
                <Icon size={16} aria-hidden />
                <span className={styles.hidden}>{WORDS[problem.severity]}:</span>
              </span>
              <span className={styles.message}>{problem.message}</span>
              <span className={styles.place}>
                Ln {line}, Col {column}
              </span>
            </button>
          </li>
        );
      })}
      {problems.length > SHOWN_PROBLEMS && (
        <li className={styles.none}>and {problems.length - SHOWN_PROBLEMS} more</li>
      )}
    </ul>
  );
}
