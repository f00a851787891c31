/** A page in the background paints nothing, and is not kept waiting longer than this. */
const LONGEST_MILLISECONDS = 1000;

/** Resolves when what was rendered is on screen, and the browser has nothing more urgent to do. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const fallback = setTimeout(resolve, LONGEST_MILLISECONDS);
    const done = () => {
      clearTimeout(fallback);
      resolve();
    };
    // The first frame measures, and only the second one shows what depends on sizes.
    requestAnimationFrame(() => requestAnimationFrame(() => whenIdle(done)));
  });
}

/** Safari has no idle callbacks. */
function whenIdle(then: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(then);
  else setTimeout(then);
}
