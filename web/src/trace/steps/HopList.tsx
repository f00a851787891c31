import type { TraceStep } from '@portolan/model';
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { HOP_NAMES } from '../describe-trace.ts';
import { useShowStep } from '../use-show-step.ts';
import styles from './HopList.module.css';

interface HopListProps {
  readonly steps: readonly TraceStep[];
  readonly step: number;
  /** The id of what shows the chosen hop in full. */
  readonly details: string;
}

/** The hops as a line of cards, as far as the trace is shown; the arrows go along it. */
export function HopList({ steps, step, details }: HopListProps): ReactElement {
  const list = useRef<HTMLOListElement>(null);
  const show = useShowStep();
  useEffect(() => {
    const card = list.current?.children[step];
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // The keyboard goes along with the hop that is shown, where it is in the list already.
    if (list.current?.contains(document.activeElement)) card?.querySelector('button')?.focus();
  }, [step]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = MOVES[event.key];
    if (by === undefined) return;
    event.preventDefault();
    show(by === 'first' ? 0 : by === 'last' ? steps.length - 1 : step + by);
  };
  return (
    <ol ref={list} className={styles.hops} aria-label="Hops of the request" onKeyDown={onKeyDown}>
      {steps.map((one, index) => (
        <li
          // A hop is its place in the way.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          className={styles.hop}
          data-state={stateOf(one, index, step)}
        >
          <button
            type="button"
            className={styles.card}
            aria-current={index === step ? 'step' : undefined}
            aria-controls={details}
            tabIndex={index === step ? 0 : -1}
            onClick={() => show(index)}
          >
            <small>{HOP_NAMES[one.hop]}</small>
            <strong>{one.found ?? 'nothing'}</strong>
            <span>{one.reason}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

const MOVES: Readonly<Record<string, 1 | -1 | 'first' | 'last'>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  Home: 'first',
  End: 'last',
};

function stateOf({ matched }: TraceStep, index: number, step: number): string {
  if (index > step) return 'ahead';
  return matched ? 'passed' : 'died';
}
