import { requestForRow } from '@portolan/model';
import type { KeyboardEvent } from 'react';
import { useSession } from '../../session/session-context.ts';
import { listPlace } from '../../ui/list-place.ts';
import { notify } from '../../view-state/notice.ts';
import { useViewStore } from '../../view-state/view-context.ts';
import { openDock } from '../../view-state/view-state.ts';
import { useShowField } from '../use-show-field.ts';
import type { RouteRow } from './route-row.ts';
import type { RouteTables } from './use-tables.ts';

/** What the keys do in the rows, and tracing one. */
export interface RouteKeys {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Traces a request that takes the row, or says why none does. */
  readonly trace: (row: RouteRow) => void;
}

/** Arrows, Home and End choose a row, Enter shows its lines, R traces a request for it. */
export function useRouteKeys(
  rows: readonly RouteRow[],
  onCurrent: (id: string) => void,
  { snapshot, regex }: RouteTables,
): RouteKeys {
  const session = useSession();
  const view = useViewStore();
  const showField = useShowField();
  const trace = ({ table, row }: RouteRow): void => {
    const found = requestForRow(snapshot, table, row.route, regex);
    if (!found.ok) {
      notify(view, 'warning', found.reason);
      return;
    }
    session.tracing.ask(found.request, true);
    openDock(view, 'trace');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { key, altKey, ctrlKey, metaKey, target, currentTarget } = event;
    const isRow = target instanceof HTMLElement && target.dataset.route !== undefined;
    if (altKey || ctrlKey || metaKey || !isRow) return;
    const at = rows.findIndex(({ id }) => id === target.dataset.route);
    const next = rows[listPlace(key, at, rows.length)];
    const row = rows[at];
    if (next !== undefined) {
      onCurrent(next.id);
      currentTarget.querySelector<HTMLElement>(`[data-route="${CSS.escape(next.id)}"]`)?.focus();
    } else if (row !== undefined && key === 'Enter') showField(row.origin);
    else if (row !== undefined && key.toLowerCase() === 'r') trace(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { onKeyDown, trace };
}
