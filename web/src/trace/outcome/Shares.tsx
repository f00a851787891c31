import { type Snapshot, sendMany, type Trace, type TraceShare } from '@portolan/model';
import { type ReactElement, useMemo, useState } from 'react';
import { announce } from '../../ui/announce.ts';
import { isFailing, percent, sayDestination } from '../describe-trace.ts';
import { FieldLink } from '../FieldLink.tsx';
import styles from './Shares.module.css';

interface SharesProps {
  readonly trace: Trace;
  readonly snapshot: Snapshot;
}

const SENT = 1000;

/** Where the requests go by the weights, and how many of a thousand, which are never exactly the share. */
export function Shares({ trace, snapshot }: SharesProps): ReactElement {
  const [seed, setSeed] = useState(0);
  const counts = useMemo(() => (seed === 0 ? null : countByCluster(trace, seed)), [trace, seed]);
  const send = () => {
    setSeed(seed + 1);
    const next = countByCluster(trace, seed + 1);
    const parts = trace.shares.map((one) => `${next.get(one.cluster) ?? 0} ${sayEnd(one)}`);
    announce(`Of 1,000 requests: ${parts.join(', ')}`, 'thousand');
  };
  return (
    <>
      <h3 className={styles.label}>
        Where the requests go
        <button type="button" className={styles.send} onClick={send}>
          {counts === null ? 'Send 1,000' : 'Send 1,000 again'}
        </button>
      </h3>
      <ul className={styles.shares}>
        {trace.shares.map((share) => (
          <ShareLine
            key={`${share.cluster} ${share.origin.path.join('.')}`}
            share={share}
            count={counts?.get(share.cluster) ?? null}
            snapshot={snapshot}
          />
        ))}
      </ul>
    </>
  );
}

function countByCluster(trace: Trace, seed: number): ReadonlyMap<string, number> {
  return new Map(sendMany(trace, SENT, seed).map(({ name, count }) => [name, count]));
}

interface ShareLineProps {
  readonly share: TraceShare;
  /** Of the requests that were sent; null: none were. */
  readonly count: number | null;
  readonly snapshot: Snapshot;
}

function ShareLine({ share, count, snapshot }: ShareLineProps): ReactElement {
  const part = count === null ? share.share : count / SENT;
  return (
    <li data-fails={isFailing(share) || undefined}>
      <span className={styles.percent}>{percent(share.share)}</span>
      <span className={styles.bar}>
        <span style={{ width: `${100 * part}%` }} />
      </span>
      <span className={styles.end}>{sayEnd(share)}</span>
      <span className={styles.count}>{count?.toLocaleString('en') ?? ''}</span>
      <FieldLink origin={share.origin} snapshot={snapshot} />
    </li>
  );
}

function sayEnd(share: TraceShare): string {
  const place = sayDestination(share.destination);
  if (!isFailing(share)) return `reach ${place}`;
  return `fail: ${share.status === null ? '' : `${share.status}, `}${place} is not there`;
}
