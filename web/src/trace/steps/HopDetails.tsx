import type { TraceCandidate, TraceStep } from '@portolan/model';
import { IconCheck, IconX } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import type { TraceResult } from '../../session/tracing/tracing.ts';
import { HOP_NAMES } from '../describe-trace.ts';
import { FieldLink } from '../FieldLink.tsx';
import styles from './HopDetails.module.css';

interface HopDetailsProps {
  readonly step: TraceStep;
  /** 1-based. */
  readonly number: number;
  readonly result: TraceResult;
}

/** More would be a wall of words; the rest is shown when it is asked for. */
const FEW_CANDIDATES = 8;

/** One hop in full: what was looked for, what was there, and the lines that decided. */
export function HopDetails({ step, number, result }: HopDetailsProps): ReactElement {
  const { snapshot } = result;
  const name = HOP_NAMES[step.hop];
  return (
    <section className={styles.details} aria-label={`Hop ${number}: ${name}`}>
      <h3 className={styles.heading}>{name}</h3>
      <p className={styles.reason}>{step.reason}</p>
      {step.candidates.length > 0 && <Candidates key={number} step={step} result={result} />}
      {step.origins.length > 0 && (
        <>
          <h4 className={styles.label}>The lines that decided</h4>
          <ul className={styles.origins}>
            {step.origins.map((origin) => (
              <li key={`${origin.resourceId} ${origin.path.join('.')}`}>
                <FieldLink origin={origin} snapshot={snapshot} isNamed />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface CandidatesProps {
  readonly step: TraceStep;
  readonly result: TraceResult;
}

function Candidates({ step, result }: CandidatesProps): ReactElement {
  const [showsAll, setShowsAll] = useState(false);
  const { candidates } = step;
  const shown = showsAll ? candidates : fewOf(candidates);
  return (
    <>
      <h4 className={styles.label}>What was there</h4>
      <ol className={styles.candidates}>
        {shown.map((candidate, index) => (
          <li
            // Two may have the same name; they never move.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={index}
            data-matched={candidate.matched || undefined}
          >
            {candidate.matched ? (
              <IconCheck size={14} aria-label="Taken" />
            ) : (
              <IconX size={14} aria-label="Not taken" />
            )}
            <span>
              <code>{candidate.name}</code> {candidate.reason}
            </span>
            {candidate.origin !== null && (
              <FieldLink origin={candidate.origin} snapshot={result.snapshot} />
            )}
          </li>
        ))}
      </ol>
      {shown.length < candidates.length && (
        <button type="button" className={styles.more} onClick={() => setShowsAll(true)}>
          Show all {candidates.length}
        </button>
      )}
    </>
  );
}

/** The first ones, and what was taken, wherever it stands. */
function fewOf(candidates: readonly TraceCandidate[]): readonly TraceCandidate[] {
  if (candidates.length <= FEW_CANDIDATES + 1) return candidates;
  const first = candidates.slice(0, FEW_CANDIDATES);
  return [...first, ...candidates.slice(FEW_CANDIDATES).filter(({ matched }) => matched)];
}
