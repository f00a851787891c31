import type { ValueProblem } from '@portolan/model';
import type { ReactElement } from 'react';
import styles from './more.module.css';

interface ProblemTextProps {
  readonly problem: ValueProblem;
  /** Writes one of the values that may have been meant; null where nothing can be written. */
  readonly onUse: ((value: string | number | boolean) => void) | null;
}

/** What is wrong with a value, and what may have been meant. */
export function ProblemText({ problem, onUse }: ProblemTextProps): ReactElement {
  return (
    <>
      {problem.reason}
      {onUse !== null &&
        problem.instead.map((value) => (
          <button
            key={String(value)}
            type="button"
            className={styles.instead}
            onClick={() => onUse(value)}
          >
            Use {typeof value === 'string' && isOddText(value) ? `"${value}"` : String(value)}
          </button>
        ))}
    </>
  );
}

/** Whether the text without quotes would be a number or a boolean. */
function isOddText(text: string): boolean {
  return /^(?:[-+]?[\d.]+|true|false|yes|no|on|off|null)$/i.test(text);
}
