import type { TraceRequest } from '@portolan/model';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { type KeyboardEvent, lazy, type ReactElement, Suspense, useRef, useState } from 'react';
import { useCommandContext } from '../../commands/command-context.ts';
import { SAVE_REQUEST_KEYS } from '../../commands/requests/request-commands.ts';
import { saveRequest } from '../../commands/requests/save-request.ts';
import { matchesKeys } from '../../commands/shortcuts.ts';
import { REQUEST_FIELD } from '../../commands/trace-commands.ts';
import { useSession, useSessionState, useTracing } from '../../session/session-context.ts';
import { selectTopology } from '../../session/session-selectors.ts';
import { addressOf, suggestAddress } from '../../session/tracing/request-text.ts';
import type { TracingState } from '../../session/tracing/tracing.ts';
import { notify } from '../../view-state/notice.ts';
import { useViewStore } from '../../view-state/view-context.ts';
import { openDock } from '../../view-state/view-state.ts';
import styles from './RequestBar.module.css';

/** Nobody needs it to type an address. */
const RequestOptions = lazy(async () => ({
  default: (await import('./RequestOptions.tsx')).RequestOptions,
}));

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

/** The request that is traced or would be: an address, or a curl command; Enter traces it. */
export function RequestBar(): ReactElement {
  const draft = useDraft();
  const { request, method, reason } = draft;
  const isBytes = request?.protocol === 'tcp' || request?.protocol === 'tls';
  return (
    <form
      className={styles.bar}
      aria-label="Request to trace"
      data-traced={request !== null || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        void draft.trace();
      }}
    >
      {isBytes ? (
        <span className={styles.bytes}>{request.protocol.toUpperCase()}</span>
      ) : (
        <select
          className={styles.method}
          aria-label="Method"
          value={method}
          onChange={({ target }) => draft.setMethod(target.value)}
        >
          {methodsWith(method).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
      <input
        id={REQUEST_FIELD}
        className={styles.address}
        aria-label="Address or curl command"
        aria-invalid={reason !== null}
        aria-describedby={reason === null ? undefined : 'request-refused'}
        value={draft.text}
        placeholder="https://example.com/, or a curl command"
        spellCheck={false}
        autoComplete="off"
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => draft.setText(target.value)}
        onKeyDown={draft.onKeyDown}
      />
      <OptionsButton draft={draft} />
      <button type="submit" className={styles.go}>
        Trace
      </button>
      {reason !== null && (
        <p id="request-refused" className={styles.refused} role="alert">
          {reason}
        </p>
      )}
    </form>
  );
}

/** What is in the bar, which need not be what is traced. */
interface Draft {
  readonly request: TraceRequest | null;
  readonly text: string;
  readonly method: string;
  /** Why the text is no request; null where nothing is wrong. */
  readonly reason: string | null;
  readonly setText: (text: string) => void;
  readonly setMethod: (method: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly trace: () => Promise<void>;
  /** The request of the text as it stands; null where it is none. */
  readonly read: () => Promise<TraceRequest | null>;
  readonly ask: (request: TraceRequest) => void;
}

function useDraft(): Draft {
  const context = useCommandContext();
  const session = useSession();
  const view = useViewStore();
  const request = useTracing(selectRequest);
  const suggestion = suggestAddress(useSessionState(selectTopology));
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const lastAsked = useRef(request);
  // What was asked for elsewhere takes the place of what was typed.
  if (lastAsked.current !== request) {
    lastAsked.current = request;
    setTyped(null);
    setChosen(null);
    setReason(null);
  }
  const text = typed ?? (request === null ? suggestion : addressOf(request));
  const method = chosen ?? request?.method ?? 'GET';
  const read = async (): Promise<TraceRequest | null> => {
    const { readRequest } = await import('../../session/tracing/read-request.ts');
    const result = readRequest(text, { method, before: request });
    setReason(result.ok ? null : result.reason);
    if (result.leftOut.length > 0)
      notify(view, 'info', `Left out of the curl command: ${result.leftOut.join(', ')}.`);
    return result.ok ? result.request : null;
  };
  const show = () => openDock(view, 'trace');
  return {
    ...{ request, text, method, reason, read },
    setText: (next) => {
      setTyped(next);
      setReason(null);
    },
    setMethod: (next) => {
      setChosen(next);
      if (request !== null && typed === null)
        session.tracing.ask({ ...request, method: next }, false);
    },
    onKeyDown: (event) => {
      // What is typed is meant, and not what was traced before.
      if (matchesKeys(event.nativeEvent, SAVE_REQUEST_KEYS)) {
        event.preventDefault();
        if (session.readOnlyReason === null)
          void read().then((typedRequest) => typedRequest && saveRequest(context, typedRequest));
      }
      if (event.key !== 'Escape' || typed === null) return;
      setTyped(null);
      setReason(null);
    },
    trace: async () => {
      const asked = await read();
      if (asked === null) return;
      session.tracing.ask(asked, true);
      show();
    },
    ask: (next) => {
      session.tracing.ask(next, false);
      show();
    },
  };
}

function OptionsButton({ draft }: { readonly draft: Draft }): ReactElement {
  const [request, setRequest] = useState<TraceRequest | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const change = (next: TraceRequest) => {
    setRequest(next);
    draft.ask(next);
  };
  const close = () => {
    setRequest(null);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.options}
        aria-label="More about the request"
        aria-expanded={request !== null}
        title="Port, TLS, headers, client certificate"
        onClick={() => {
          if (request === null) void draft.read().then(setRequest);
          else setRequest(null);
        }}
      >
        <IconAdjustmentsHorizontal size={16} aria-hidden />
      </button>
      {request !== null && (
        <Suspense fallback={null}>
          <RequestOptions request={request} onChange={change} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

/** Methods may be anything; the usual ones are offered. */
function methodsWith(method: string): readonly string[] {
  return METHODS.some((one) => one === method) ? METHODS : [...METHODS, method];
}

function selectRequest({ request }: TracingState): TraceRequest | null {
  return request;
}
