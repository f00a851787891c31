import { type ReactElement, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { KeptRequest } from '../../session/requests/kept-request.ts';
import { deleteRequest } from '../../session/requests/request-actions.ts';
import type { SessionState } from '../../session/session.ts';
import { useChecking, useSession, useSessionState } from '../../session/session-context.ts';
import { selectChecked } from '../../session/session-selectors.ts';
import { useViewState, useViewStore } from '../../view-state/view-context.ts';
import type { ViewState } from '../../view-state/view-state.ts';
import { NoRequests } from './NoRequests.tsx';
import { RequestDetails } from './RequestDetails.tsx';
import { RequestList } from './RequestList.tsx';
import styles from './RequestsPane.module.css';
import { RequestsToolbar } from './RequestsToolbar.tsx';
import { isChanged, type RequestRow, toRows } from './request-row.ts';

/** The saved requests, how each should end and how it does; beside them the one that is looked at. */
export function RequestsPane(): ReactElement {
  const requests = useSessionState(selectRequests);
  return requests.length === 0 ? <NoRequests /> : <SavedRequests requests={requests} />;
}

function SavedRequests({ requests }: { readonly requests: readonly KeptRequest[] }): ReactElement {
  const results = useChecking(selectChecked);
  const current = useViewState(selectCurrent);
  const [query, setQuery] = useState('');
  const [onlyChanged, setOnlyChanged] = useState(false);
  const asked = useDeferredValue(query);
  const rows = useMemo(() => toRows(requests, results), [requests, results]);
  const shown = useMemo(
    () => rows.filter((row) => fits(row, asked) && (!onlyChanged || isChanged(row))),
    [rows, asked, onlyChanged],
  );
  const looked = rows.find(({ kept }) => kept.id === current) ?? null;
  const choose = useChoose();
  const { list, remove } = useRemove(requests, choose);
  return (
    <div className={styles.pane}>
      <RequestsToolbar
        rows={rows}
        query={query}
        onlyChanged={onlyChanged}
        onQuery={setQuery}
        onOnlyChanged={setOnlyChanged}
      />
      <div className={styles.body}>
        <RequestList
          ref={list}
          rows={shown}
          current={current}
          onChoose={choose}
          onDelete={remove}
        />
        {looked !== null && (
          <RequestDetails key={looked.kept.id} row={looked} onDelete={() => remove(looked.kept)} />
        )}
      </div>
    </div>
  );
}

/** Shows a saved request, and its way on the map. */
function useChoose(): (kept: KeptRequest) => void {
  const session = useSession();
  const view = useViewStore();
  return (kept) => {
    view.setState({ savedRequest: kept.id });
    session.tracing.ask(kept.request, false);
  };
}

/** Deletes a request; the keyboard goes on at the one that takes its place. */
function useRemove(requests: readonly KeptRequest[], choose: (kept: KeptRequest) => void) {
  const session = useSession();
  const list = useRef<HTMLDivElement>(null);
  const next = useRef<string | null>(null);
  useEffect(() => {
    const id = next.current;
    if (id === null || !requests.some((one) => one.id === id)) return;
    next.current = null;
    list.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus();
  }, [requests]);
  const remove = (kept: KeptRequest): void => {
    if (session.readOnlyReason !== null) return;
    const at = requests.indexOf(kept);
    const neighbour = requests[at + 1] ?? requests[at - 1];
    next.current = neighbour?.id ?? null;
    deleteRequest(session, kept.id);
    if (neighbour !== undefined) choose(neighbour);
  };
  return { list, remove };
}

function fits({ kept }: RequestRow, query: string): boolean {
  return kept.name.toLowerCase().includes(query.trim().toLowerCase());
}

function selectRequests({ arrangement }: SessionState): readonly KeptRequest[] {
  return arrangement.requests;
}

function selectCurrent({ savedRequest }: ViewState): string | null {
  return savedRequest;
}
