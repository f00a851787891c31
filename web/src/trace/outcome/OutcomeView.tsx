import type { Trace } from '@portolan/model';
import type { ReactElement } from 'react';
import type { TraceResult } from '../../session/tracing/tracing.ts';
import { FieldLink } from '../FieldLink.tsx';
import { LessonView } from './LessonView.tsx';
import styles from './OutcomeView.module.css';
import { Shares } from './Shares.tsx';
import { TraceFixes } from './TraceFixes.tsx';

/** What comes of the request: for the client, for the workload, and what can be done where it fails. */
export function OutcomeView({ result }: { readonly result: TraceResult }): ReactElement {
  const { trace, snapshot } = result;
  return (
    <section className={styles.outcome} aria-label="What comes of it">
      {trace.lesson !== null && <LessonView lesson={trace.lesson} snapshot={snapshot} />}
      <TraceFixes result={result} />
      <ClientLines trace={trace} />
      {trace.shares.length > 1 && <Shares trace={trace} snapshot={snapshot} />}
      {trace.upstream !== null && <Upstream trace={trace} />}
      {trace.notes.length > 0 && (
        <ul className={styles.notes}>
          {trace.notes.map(({ text, origin }) => (
            <li key={text}>
              {text} {origin !== null && <FieldLink origin={origin} snapshot={snapshot} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ClientLines({ trace }: { readonly trace: Trace }): ReactElement {
  const { client, status, flag, location } = trace;
  const answer = client.curl ?? (status === null ? 'the answer of the workload' : `HTTP ${status}`);
  return (
    <>
      <h3 className={styles.label}>What the client sees</h3>
      <pre className={styles.terminal}>
        <code>
          {answer}
          {location !== null && `\nlocation: ${location}`}
        </code>
      </pre>
      {flag !== null && (
        <p className={styles.text}>
          Envoy’s access log says <code>{flag}</code>.
        </p>
      )}
    </>
  );
}

function Upstream({ trace: { upstream } }: { readonly trace: Trace }): ReactElement | null {
  if (upstream === null) return null;
  const headers = Object.entries(upstream.headers);
  return (
    <>
      <h3 className={styles.label}>What the workload gets</h3>
      <pre className={styles.terminal}>
        <code>
          {upstream.path}
          {`\nhost: ${upstream.host}`}
          {headers.map(([name, value]) => `\n${name}: ${value}`)}
        </code>
      </pre>
    </>
  );
}
