import { Button } from '@mantine/core';
import { expectationOf, suiteEntry, type TraceRequest } from '@portolan/model';
import { type ReactElement, useId } from 'react';
import { acceptEndings, editRequest, moveRequest } from '../../session/requests/request-actions.ts';
import { sayChange } from '../../session/requests/say-ending.ts';
import { useSession, useTracing } from '../../session/session-context.ts';
import { readRequest } from '../../session/tracing/read-request.ts';
import { addressOf } from '../../session/tracing/request-text.ts';
import type { TracingState } from '../../session/tracing/tracing.ts';
import { DraftInput } from '../../ui/DraftInput.tsx';
import { useViewStore } from '../../view-state/view-context.ts';
import { openDock } from '../../view-state/view-state.ts';
import { ExpectationFields } from './ExpectationFields.tsx';
import styles from './RequestsPane.module.css';
import { isChanged, type RequestRow } from './request-row.ts';

/** The id of the field with the name of the request that is looked at. */
export const REQUEST_NAME = 'saved-request-name';

interface RequestDetailsProps {
  readonly row: RequestRow;
  readonly onDelete: () => void;
}

/** A saved request: what it asks for, how it should end, and what can be done with it. */
export function RequestDetails({ row, onDelete }: RequestDetailsProps): ReactElement {
  const session = useSession();
  const title = useId();
  const { kept, checked } = row;
  const { request, name } = kept;
  return (
    <section className={styles.details} aria-labelledby={title}>
      <h2 id={title} className={styles.hidden}>
        Saved request {name}
      </h2>
      {checked !== null && isChanged(row) && (
        <p className={styles.change}>{sayChange(kept, checked.trace)}</p>
      )}
      <RequestButtons row={row} onDelete={onDelete} />
      <div className={styles.fields}>
        <DraftInput
          size="xs"
          id={REQUEST_NAME}
          label="Name"
          value={name}
          whyNot={(text) => (text === '' ? 'Give it a name.' : null)}
          onCommit={(text) => editRequest(session, kept.id, { name: text })}
        />
        <DraftInput
          size="xs"
          label="Asks for"
          value={writeRequest(request)}
          whyNot={(text) => whyNoRequest(text, request)}
          onCommit={(text) => {
            const read = readRequest(text, { method: request.method, before: request });
            if (read.ok) editRequest(session, kept.id, { request: read.request });
          }}
        />
      </div>
      <BesideAddress row={row} />
      <ExpectationFields row={row} />
    </section>
  );
}

function writeRequest(request: TraceRequest): string {
  const isRaw = request.protocol === 'tcp' || request.protocol === 'tls';
  return isRaw ? addressOf(request) : `${request.method} ${addressOf(request)}`;
}

function whyNoRequest(text: string, before: TraceRequest): string | null {
  const read = readRequest(text, { method: before.method, before });
  return read.ok ? null : read.reason;
}

/** What of a request its address does not say; it is changed in the bar at the top. */
function BesideAddress({ row: { kept } }: { readonly row: RequestRow }): ReactElement {
  const session = useSession();
  const traced = useTracing(selectRequest);
  const { name: _, url: __, method: ___, expect: ____, ...beside } = suiteEntry(kept);
  const words = Object.entries(beside).map(([field, value]) =>
    typeof value === 'object'
      ? Object.entries(value).map(([name, text]) => `${name}: ${text}`)
      : `${field} ${value === '' ? 'none' : value}`,
  );
  const isAnother = traced !== null && JSON.stringify(traced) !== JSON.stringify(kept.request);
  return (
    <p className={styles.beside}>
      {words.length > 0 && <span>With {words.flat().join(', ')}.</span>}
      {isAnother && session.readOnlyReason === null && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => editRequest(session, kept.id, { request: traced })}
        >
          Ask for what is traced now: {writeRequest(traced)}
        </Button>
      )}
    </p>
  );
}

function RequestButtons({ row, onDelete }: RequestDetailsProps): ReactElement {
  const session = useSession();
  const view = useViewStore();
  const { kept, checked } = row;
  const isReadOnly = session.readOnlyReason !== null;
  const accept = (): void => {
    if (checked !== null)
      acceptEndings(session, new Map([[kept.id, expectationOf(checked.trace, kept.expect)]]));
  };
  return (
    <div className={styles.buttons}>
      <RequestButton isOff={isReadOnly || !isChanged(row)} onClick={accept}>
        Accept how it ends now
      </RequestButton>
      <RequestButton
        onClick={() => {
          session.tracing.ask(kept.request, true);
          openDock(view, 'trace');
        }}
      >
        Show the trace
      </RequestButton>
      <RequestButton isOff={isReadOnly} onClick={() => moveRequest(session, kept.id, -1)}>
        Up
      </RequestButton>
      <RequestButton isOff={isReadOnly} onClick={() => moveRequest(session, kept.id, 1)}>
        Down
      </RequestButton>
      <RequestButton isOff={isReadOnly} onClick={onDelete}>
        Delete
      </RequestButton>
    </div>
  );
}

interface RequestButtonProps {
  readonly isOff?: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

/** Stays focusable when it is off, so that the keyboard keeps its place. */
function RequestButton({ isOff = false, onClick, children }: RequestButtonProps): ReactElement {
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-disabled={isOff}
      data-disabled={isOff || undefined}
      onClick={() => {
        if (!isOff) onClick();
      }}
    >
      {children}
    </Button>
  );
}

function selectRequest({ request }: TracingState): TraceRequest | null {
  return request;
}
