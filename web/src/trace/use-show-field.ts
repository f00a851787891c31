import { type FieldOrigin, rangeOf } from '@portolan/model';
import { useCallback } from 'react';
import { useSession } from '../session/session-context.ts';
import { findTargetAt } from '../session/target-at.ts';
import { useViewStore } from '../view-state/view-context.ts';
import { requestReveal, requestText, select } from '../view-state/view-state.ts';

/** Shows a field in the text as it is now, and what stands for it on the canvas; the focus stays. */
export function useShowField(): (origin: FieldOrigin) => void {
  const session = useSession();
  const view = useViewStore();
  return useCallback(
    ({ resourceId, path }) => {
      const { snapshot } = session.store.getState();
      const place = rangeOf(snapshot, resourceId, path);
      if (place === undefined) return;
      const target = findTargetAt(snapshot, place.start);
      if (target !== null) {
        const ids = target.kind === 'node' ? { nodes: [target.id] } : { edges: [target.id] };
        select(view, ids, 'trace');
        requestReveal(view, target);
      }
      requestText(view, place, false);
    },
    [session, view],
  );
}
