import type { Snapshot } from '@portolan/model';
import { loadRequestTracer, type TracedRequest } from '../../session/requests/trace-requests.ts';
import type { Session } from '../../session/session.ts';
import { walkInSlices } from '../../session/walk-in-slices.ts';

/** A request for each route, and how it ends; null where the text changes meanwhile. */
export async function findForRoutes(
  session: Session,
  snapshot: Snapshot,
): Promise<readonly TracedRequest[] | null> {
  const { forRoutes } = await loadRequestTracer();
  const isOver = (): boolean => session.store.getState().snapshot !== snapshot;
  const found = await walkInSlices(forRoutes(snapshot), isOver);
  return found?.filter((one) => one !== null) ?? null;
}
