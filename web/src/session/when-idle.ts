const LONGEST_WAIT_MILLISECONDS = 200;

/** Behind painting and input; a busy page waits no longer than the given time. Safari has no idle callbacks. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis)
    requestIdleCallback(run, { timeout: LONGEST_WAIT_MILLISECONDS });
  else setTimeout(run);
}
