const TAKES_FOCUS = 'input:enabled, textarea:enabled, button:enabled';

/** Runs what may take the element off the page; if it does, the nearest control around it gets the keyboard. */
export function focusAround(element: Element, run: () => void): void {
  const around: Element[] = [];
  for (let one = element.parentElement; one !== null; one = one.parentElement) around.push(one);
  run();
  // React has drawn by then what is left.
  setTimeout(() => {
    if (element.isConnected) return;
    const left = around.find((one) => one.isConnected && one.querySelector(TAKES_FOCUS) !== null);
    const next = left?.querySelector(TAKES_FOCUS);
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  });
}
