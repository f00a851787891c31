import { Button } from '@mantine/core';
import { entryOf, isCode } from '@portolan/model';
import type { ReactElement } from 'react';
import styles from './AssumptionsDialog.module.css';
import { useAssumptions } from './use-assumptions.ts';

/** The findings that are not shown in this sketch, to be shown again. */
export function MutedPart(): ReactElement {
  const { assumptions, change } = useAssumptions();
  const { muted } = assumptions;
  if (muted.length === 0)
    return (
      <p className={styles.quiet}>
        Nothing is muted in this sketch. A finding is muted from its explanation under Problems.
      </p>
    );
  return (
    <ul className={styles.list} aria-label="Muted findings">
      {muted.map((entry) => (
        <li key={entry} className={styles.muted}>
          <span title={titleOf(entry)}>{entry}</span>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Show again: ${entry}`}
            onClick={() =>
              change({ muted: muted.filter((one) => one !== entry) }, `Show ${entry} again`)
            }
          >
            Show again
          </Button>
        </li>
      ))}
    </ul>
  );
}

function titleOf(entry: string): string {
  const [code = ''] = entry.split(' ');
  return isCode(code) ? entryOf(code).title : '';
}
