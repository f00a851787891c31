import { afterEach, expect, test, vi } from 'vitest';
import { claimSketch } from './sketch-claim.ts';

interface Waiting {
  readonly name: string;
  readonly grant: () => void;
}

/** Locks that are only given when the test says so, as on a machine that is busy. */
function slowLocks(held: readonly string[]) {
  const waiting: Waiting[] = [];
  return {
    waiting,
    async request(name: string, { signal }: { signal: AbortSignal }, use: () => Promise<void>) {
      await new Promise<void>((resolve, reject) => {
        waiting.push({ name, grant: resolve });
        signal.addEventListener('abort', () => reject(signal.reason));
      });
      return use();
    },
    query: async () => ({ held: held.map((name) => ({ name })) }),
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('[P4] a slow answer is waited for where no tab has the sketch', async () => {
  const locks = slowLocks([]);
  vi.stubGlobal('navigator', { locks });
  const claim = claimSketch('shop');
  await vi.waitFor(() => expect(locks.waiting).toHaveLength(2), 5000);
  locks.waiting[1]?.grant();
  expect(await claim).not.toBeNull();
});

test('[P4] where another tab has the sketch, it is not claimed', async () => {
  vi.stubGlobal('navigator', { locks: slowLocks(['portolan:sketch:shop']) });
  expect(await claimSketch('shop')).toBeNull();
});
