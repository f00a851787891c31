import { Button } from '@mantine/core';
import { type Diagnostic, describeAssumable } from '@portolan/model';
import { IconCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { assumeOne } from '../commands/assumption-commands.ts';
import { useSession } from '../session/session-context.ts';
import { useViewStore } from '../view-state/view-context.ts';
import { type AssumptionsPart, showDialog } from '../view-state/view-state.ts';
import styles from './ProblemDetails.module.css';

/** What the user may know and the text does not say: a click, and the finding is another one, or gone. */
export function ProblemAssumptions({
  problem,
}: {
  readonly problem: Diagnostic;
}): ReactElement | null {
  const session = useSession();
  const view = useViewStore();
  const { settledBy, certainty } = problem;
  if (settledBy.length === 0 && certainty === 'wrong') return null;
  return (
    <>
      <h3 className={styles.heading}>
        {certainty === 'unknown' ? 'Is it so?' : 'Or is it so, outside this text?'}
      </h3>
      <div className={styles.answers}>
        {settledBy.map((one) => (
          <Button
            key={describeAssumable(one)}
            size="compact-sm"
            variant="default"
            leftSection={<IconCheck size={14} aria-hidden />}
            disabled={session.readOnlyReason !== null}
            onClick={() => assumeOne(session, one)}
          >
            {describeAssumable(one)}
          </Button>
        ))}
        <button
          type="button"
          className={styles.link}
          onClick={() => showDialog(view, { kind: 'assumptions', part: partOf(problem) })}
        >
          All assumptions…
        </button>
      </div>
    </>
  );
}

function partOf({ settledBy, data }: Diagnostic): AssumptionsPart {
  const kind = settledBy[0]?.kind;
  if (kind === undefined) return data.assumption === 'gateways' ? 'gateways' : 'outside';
  return kind.startsWith('gateway') || kind === 'tls-in-front' ? 'gateways' : 'outside';
}
