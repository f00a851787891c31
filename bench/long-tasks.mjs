// How long a page is held by its own work.

/** Nothing goes on any more when no task was long for this time. */
const QUIET_MILLISECONDS = 3_000;

/** From now on notes how long the page is held, and when it was last; gives its time. */
export function watchTasks(page) {
  return page.evaluate(() => {
    window.longestTask = 0;
    window.lastTask = performance.now();
    window.taskObserver ??= new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        window.longestTask = Math.max(window.longestTask, duration);
        window.lastTask = startTime + duration;
      }
    });
    window.taskObserver.observe({ type: 'longtask' });
    return performance.now();
  });
}

/** Waits until nothing goes on; the longest task since it is watched, in milliseconds. Tasks under 50 are none. */
export async function longestTask(page) {
  await page.waitForFunction(
    (quiet) => performance.now() - window.lastTask > quiet,
    QUIET_MILLISECONDS,
    { timeout: 120_000 },
  );
  return page.evaluate(() => window.longestTask);
}
