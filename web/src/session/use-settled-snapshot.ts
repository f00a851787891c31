import type { Snapshot } from '@portolan/model';
import { useEffect, useState } from 'react';
import { useSession } from './session-context.ts';
import { whenIdle } from './when-idle.ts';

/** The snapshot when typing pauses and nothing else is to be done: for what costs more than a keystroke may. */
export function useSettledSnapshot(): Snapshot {
  const { store } = useSession();
  const [snapshot, setSnapshot] = useState(() => store.getState().snapshot);
  useEffect(() => {
    let isDue = false;
    let isOver = false;
    const follow = () => {
      isDue = false;
      if (!isOver) setSnapshot(store.getState().snapshot);
    };
    const unsubscribe = store.subscribe((state, before) => {
      if (state.snapshot === before.snapshot || isDue) return;
      isDue = true;
      whenIdle(follow);
    });
    follow();
    return () => {
      isOver = true;
      unsubscribe();
    };
  }, [store]);
  return snapshot;
}
