import { finish, type TraceRequest } from '@portolan/model';
import { sayEnding } from '../../session/requests/say-ending.ts';
import { tracer } from '../../session/tracing/tracer.ts';
import { notify } from '../../view-state/notice.ts';
import { openDock, type ViewStore } from '../../view-state/view-state.ts';
import type { CommandContext } from '../command.ts';

/** Saves a request, to end from now on as it ends now; says so, and where it is saved already. */
export async function saveRequest(
  { session, view }: Pick<CommandContext, 'session' | 'view'>,
  request: TraceRequest,
): Promise<void> {
  const { findSaved, saveTraced } = await import('../../session/requests/request-actions.ts');
  const trace = await tracer().catch(() => null);
  if (trace === null) {
    notify(view, 'error', 'The tracer could not be loaded, so nothing was saved. Try it again.');
    return;
  }
  const known = findSaved(session, request);
  const kept =
    known ?? saveTraced(session, finish(trace(session.store.getState().snapshot, request)).trace);
  const message =
    known === undefined
      ? `Saved ${kept.name}. It is expected to end as now: ${sayEnding(kept.expect)}.`
      : `This request is saved already, as ${kept.name}.`;
  const show = { label: 'Show', run: () => showSavedRequest(view, kept.id) };
  notify(view, known === undefined ? 'success' : 'info', message, show);
}

/** Shows a saved request in its table. */
export function showSavedRequest(view: ViewStore, id: string): void {
  view.setState({ savedRequest: id });
  openDock(view, 'requests');
}
