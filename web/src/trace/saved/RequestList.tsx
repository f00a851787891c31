import { IconCircleCheck, IconCircleDotted, IconCircleX } from '@tabler/icons-react';
import { type KeyboardEvent, memo, type ReactElement, type Ref, useEffect, useRef } from 'react';
import type { KeptRequest } from '../../session/requests/kept-request.ts';
import { moveRequest } from '../../session/requests/request-actions.ts';
import { sayEnding } from '../../session/requests/say-ending.ts';
import { useSession } from '../../session/session-context.ts';
import { listPlace } from '../../ui/list-place.ts';
import { useViewStore } from '../../view-state/view-context.ts';
import { openDock } from '../../view-state/view-state.ts';
import { REQUEST_NAME } from './RequestDetails.tsx';
import styles from './RequestsPane.module.css';
import { endsNow, isChanged, type RequestRow } from './request-row.ts';

/** More than anybody reads in a list; the rest is counted, and found by the filter. */
const SHOWN_REQUESTS = 300;

interface RequestListProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly rows: readonly RequestRow[];
  readonly current: string | null;
  readonly onChoose: (kept: KeptRequest) => void;
  readonly onDelete: (kept: KeptRequest) => void;
}

/** A line for each saved request: how it should end, and how it does. */
export function RequestList(props: RequestListProps): ReactElement {
  const { ref, rows, current, onChoose, onDelete } = props;
  const shown = rows.slice(0, SHOWN_REQUESTS);
  const keys = useListKeys(shown, current, onChoose, onDelete);
  const choose = useRef(onChoose);
  choose.current = onChoose;
  const left = rows.length - shown.length;
  const tabStop = shown.some(({ kept }) => kept.id === current) ? current : shown[0]?.kept.id;
  return (
    <div className={styles.table}>
      <div className={styles.heading} aria-hidden>
        <span />
        <span>Request</span>
        <span>Should end</span>
        <span>Ends now</span>
      </div>
      <div
        ref={ref}
        className={styles.list}
        role="listbox"
        aria-label="Saved requests"
        aria-description="Arrows choose and trace one, Enter shows its trace, F2 renames it, Delete deletes it, Alt with arrows moves it."
        tabIndex={-1}
        onKeyDown={keys}
      >
        {shown.map((row) => (
          <RequestLine
            key={row.kept.id}
            row={row}
            isCurrent={row.kept.id === current}
            isTabStop={row.kept.id === tabStop}
            choose={choose}
          />
        ))}
        {rows.length === 0 && <p className={styles.none}>No saved request fits the filter.</p>}
        {left > 0 && <p className={styles.none}>and {left} more. The filter finds them.</p>}
      </div>
    </div>
  );
}

interface RequestLineProps {
  readonly row: RequestRow;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly choose: { readonly current: (kept: KeptRequest) => void };
}

/** Only those whose row has changed are drawn again. */
const RequestLine = memo(
  ({ row, isCurrent, isTabStop, choose }: RequestLineProps): ReactElement => {
    const { kept, checked } = row;
    const line = useRef<HTMLDivElement>(null);
    useEffect(() => {
      if (isCurrent) line.current?.scrollIntoView({ block: 'nearest' });
    }, [isCurrent]);
    const state = checked === null ? 'waiting' : isChanged(row) ? 'changed' : 'same';
    const { Icon, word } = STATES[state];
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys of all its lines
      <div
        ref={line}
        role="option"
        className={styles.request}
        aria-selected={isCurrent}
        tabIndex={isTabStop ? 0 : -1}
        data-id={kept.id}
        data-state={state}
        onClick={() => choose.current(kept)}
      >
        <Icon size={16} aria-hidden />
        <span className={styles.name} title={kept.name}>
          <span className={styles.hidden}>{word}: </span>
          {kept.name}
        </span>
        <span className={styles.ending}>
          <span className={styles.hidden}>should end: </span>
          {sayEnding(kept.expect)}
        </span>
        <span className={styles.ending} data-now>
          <span className={styles.hidden}>ends now: </span>
          {endsNow(row) ?? '…'}
        </span>
      </div>
    );
  },
  isSameLine,
);

function isSameLine(before: RequestLineProps, after: RequestLineProps): boolean {
  return (
    before.row.kept === after.row.kept &&
    endsNow(before.row) === endsNow(after.row) &&
    isChanged(before.row) === isChanged(after.row) &&
    before.isCurrent === after.isCurrent &&
    before.isTabStop === after.isTabStop
  );
}

const STATES = {
  waiting: { Icon: IconCircleDotted, word: 'not sent yet' },
  changed: { Icon: IconCircleX, word: 'changed' },
  same: { Icon: IconCircleCheck, word: 'as expected' },
} as const;

function useListKeys(
  rows: readonly RequestRow[],
  current: string | null,
  onChoose: (kept: KeptRequest) => void,
  onDelete: (kept: KeptRequest) => void,
): (event: KeyboardEvent<HTMLElement>) => void {
  const session = useSession();
  const view = useViewStore();
  return (event) => {
    const { key, altKey, ctrlKey, metaKey, currentTarget } = event;
    if (ctrlKey || metaKey) return;
    const at = rows.findIndex(({ kept }) => kept.id === current);
    const row = rows[at];
    const target = altKey ? undefined : rows[listPlace(key, at, rows.length)];
    const direction = altKey ? MOVES[key] : undefined;
    if (target !== undefined) {
      onChoose(target.kept);
      currentTarget.querySelector<HTMLElement>(`[data-id="${target.kept.id}"]`)?.focus();
    } else if (row !== undefined && direction !== undefined) {
      moveRequest(session, row.kept.id, direction);
    } else if (row !== undefined && key === 'Delete') onDelete(row.kept);
    else if (row !== undefined && key === 'F2') document.getElementById(REQUEST_NAME)?.focus();
    else if (row !== undefined && key === 'Enter') openDock(view, 'trace');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

const MOVES: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };
