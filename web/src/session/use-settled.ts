import type { Slices, Snapshot } from '@portolan/model';
import { useEffect, useState } from 'react';
import { restFor } from './rest-for.ts';
import { useSession } from './session-context.ts';
import { createSlicer, PROMPT } from './slicer.ts';

/**
 * What `make` makes of the text when typing pauses, slice by slice; of the text before until then.
 * null: the first is not there yet, or there is nothing to make it with. `make` stays one function
 * as long as it makes the same.
 */
export function useSettled<Result extends object>(
  make: ((snapshot: Snapshot) => Slices<Result>) | null,
): Result | null {
  const snapshot = useSettledSnapshot();
  const [slicer] = useState(() => createSlicer(PROMPT));
  const [made, setMade] = useState<Result | null>(null);
  useEffect(() => {
    if (make === null) return;
    void slicer.run(make(snapshot)).then((result) => {
      if (result !== null) setMade(result);
    });
    return () => slicer.stop();
  }, [slicer, snapshot, make]);
  return made;
}

/** The text when typing pauses; the larger it is, the longer it has to. */
function useSettledSnapshot(): Snapshot {
  const { store } = useSession();
  const [snapshot, setSnapshot] = useState(() => store.getState().snapshot);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => setSnapshot(store.getState().snapshot);
    const unsubscribe = store.subscribe((state, before) => {
      if (state.snapshot === before.snapshot) return;
      clearTimeout(timer);
      timer = setTimeout(follow, restFor(state.snapshot));
    });
    follow();
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store]);
  return snapshot;
}
