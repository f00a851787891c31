/** The right of one tab to write one sketch; it ends with the tab. */
export interface SketchClaim {
  release(): void;
}

/** Twice this is longer than a page that is being reloaded takes to go. */
const PATIENCE_MILLISECONDS = 1000;

/** What is given at the moment in which nobody waits for it any more looks held for once. */
const REFUSALS = 2;

const UNGUARDED: SketchClaim = { release: () => undefined };

const CHANNEL = 'portolan:tabs';

/**
 * Claims a sketch for this tab; null where another tab has it. Browsers without locks (pages that
 * are not served over HTTPS or from this machine, or may store nothing) claim nothing: there,
 * versions tell.
 */
export async function claimSketch(id: string): Promise<SketchClaim | null> {
  const locks: LockManager | undefined = navigator.locks;
  if (locks === undefined) return UNGUARDED;
  const lock = `portolan:sketch:${id}`;
  let refusals = 0;
  while (refusals < REFUSALS) {
    const claim = await requestLock(locks, lock);
    if (claim !== null) return claim;
    // On a busy machine an answer can take longer than that without anybody having the sketch.
    refusals = (await isHeld(locks, lock)) ? refusals + 1 : 0;
  }
  return null;
}

function requestLock(locks: LockManager, lock: string): Promise<SketchClaim | null> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
    locks
      .request(lock, { signal }, () => {
        return new Promise<void>((release) => resolve({ release: () => release() }));
      })
      .catch(() => resolve(signal.aborted ? null : UNGUARDED));
  });
}

async function isHeld(locks: LockManager, lock: string): Promise<boolean> {
  const { held } = await locks.query();
  return held?.some(({ name }) => name === lock) ?? false;
}

/** Tells the tab that has a sketch that it was opened again, and goes on as a copy there. */
export function tellOpenedAgain(id: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(id);
  channel.close();
}

/** Hears of a sketch that was opened again in another tab. */
export function hearOpenedAgain(onOpened: (id: string) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') onOpened(data);
  });
  return () => channel.close();
}
