import type { Snapshot } from '@portolan/model';
import { loadRequestTracer, type TracedRequest } from '../../session/requests/trace-requests.ts';
import type { Session } from '../../session/session.ts';
import { createSlicer, IDLE } from '../../session/slicer.ts';

/** A request for each route, and how it ends; null where the text changes meanwhile. */
export async function findForRoutes(
  session: Session,
  snapshot: Snapshot,
): Promise<readonly TracedRequest[] | null> {
  const { forRoutes } = await loadRequestTracer();
  const slicer = createSlicer(IDLE);
  const unsubscribe = session.store.subscribe((state) => {
    if (state.snapshot !== snapshot) slicer.stop();
  });
  const found = await slicer.run(forRoutes(snapshot));
  unsubscribe();
  return session.store.getState().snapshot === snapshot ? found : null;
}
