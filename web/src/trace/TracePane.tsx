import { type ReactElement, useEffect, useId } from 'react';
import { useTracing } from '../session/session-context.ts';
import type { TraceResult, TracingState } from '../session/tracing/tracing.ts';
import { announce } from '../ui/announce.ts';
import { useViewStore } from '../view-state/view-context.ts';
import { requestReveal } from '../view-state/view-state.ts';
import { summarize } from './describe-trace.ts';
import { NoTrace } from './NoTrace.tsx';
import { OutcomeView } from './outcome/OutcomeView.tsx';
import { HopDetails } from './steps/HopDetails.tsx';
import { HopList } from './steps/HopList.tsx';
import { TraceHeader } from './steps/TraceHeader.tsx';
import styles from './TracePane.module.css';

/** The way of the request that is traced: hop by hop, with its end and why. */
export function TracePane(): ReactElement {
  const result = useTracing(selectResult);
  const request = useTracing(selectRequest);
  if (request === null) return <NoTrace />;
  return result === null ? <p className={styles.wait}>Tracing…</p> : <TraceView result={result} />;
}

function TraceView({ result }: { readonly result: TraceResult }): ReactElement {
  const step = useTracing(selectStep);
  const details = useId();
  const { trace, snapshot } = result;
  const shown = trace.steps[step];
  useFollowedHop(shown?.node ?? null);
  return (
    <div className={styles.pane}>
      <TraceHeader trace={trace} snapshot={snapshot} step={step} />
      <HopList steps={trace.steps} step={step} details={details} />
      <div className={styles.below} id={details}>
        {shown !== undefined && <HopDetails step={shown} number={step + 1} result={result} />}
        <OutcomeView result={result} />
      </div>
      <SayOutcome result={result} />
    </div>
  );
}

/** Those who listen hear how it ends, and again when an edit changes that. */
function SayOutcome({ result: { trace } }: { readonly result: TraceResult }): null {
  const { title } = summarize(trace);
  const last = trace.steps.at(-1);
  const why = last === undefined || last.matched ? '' : ` ${last.reason}`;
  const words = `Trace: ${title}.${why}`;
  useEffect(() => announce(words, 'trace'), [words]);
  return null;
}

/** The map goes along with the hop that is looked at. */
function useFollowedHop(node: string | null): void {
  const view = useViewStore();
  useEffect(() => {
    if (node !== null) requestReveal(view, { kind: 'node', id: node });
  }, [view, node]);
}

function selectResult({ result }: TracingState): TraceResult | null {
  return result;
}

function selectRequest({ request }: TracingState): TracingState['request'] {
  return request;
}

function selectStep({ step }: TracingState): number {
  return step;
}
