import type { ReactElement } from 'react';
import styles from './Dock.module.css';
import { useDiagnosis } from './session/session-context.ts';
import { countProblems } from './session/session-selectors.ts';

/** How many problems there are; nothing where there are none. */
export function ProblemCount(): ReactElement | null {
  const problems = useDiagnosis(countProblems);
  return problems === 0 ? null : <span className={styles.count}>{problems}</span>;
}
