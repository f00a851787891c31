import type { Snapshot, Trace } from '@portolan/model';
import {
  IconAlertTriangle,
  IconBookmarkPlus,
  IconCircleCheck,
  IconCircleX,
  IconPlayerPlay,
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
  IconX,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { CommandButton } from '../../commands/menus/CommandButton.tsx';
import { SAVE_REQUEST } from '../../commands/requests/request-commands.ts';
import { END_TRACE, REPLAY_TRACE, STEP_BACK, STEP_ON } from '../../commands/trace-commands.ts';
import { CatchingUp } from '../CatchingUp.tsx';
import { summarize } from '../describe-trace.ts';
import styles from './TraceHeader.module.css';

const ICONS = { good: IconCircleCheck, mixed: IconAlertTriangle, bad: IconCircleX } as const;

interface TraceHeaderProps {
  readonly trace: Trace;
  /** The text that it is a trace of. */
  readonly snapshot: Snapshot;
  readonly step: number;
}

/** How the request ends, and what moves through its hops. */
export function TraceHeader({ trace, snapshot, step }: TraceHeaderProps): ReactElement {
  const { tone, title } = summarize(trace);
  const Icon = ICONS[tone];
  return (
    <header className={styles.header}>
      <h2 className={styles.outcome} data-tone={tone} data-testid="trace-outcome">
        <Icon size={18} aria-hidden />
        <span>{title}</span>
      </h2>
      <CatchingUp snapshot={snapshot} />
      <div className={styles.controls}>
        <CommandButton command={STEP_BACK}>
          <IconPlayerTrackPrev size={15} aria-hidden />
        </CommandButton>
        <span className={styles.count}>
          {step + 1} / {trace.steps.length}
        </span>
        <CommandButton command={STEP_ON}>
          <IconPlayerTrackNext size={15} aria-hidden />
        </CommandButton>
        <CommandButton command={REPLAY_TRACE}>
          <IconPlayerPlay size={15} aria-hidden />
        </CommandButton>
        <CommandButton command={SAVE_REQUEST}>
          <IconBookmarkPlus size={16} aria-hidden />
        </CommandButton>
        <CommandButton command={END_TRACE}>
          <IconX size={16} aria-hidden />
        </CommandButton>
      </div>
    </header>
  );
}
