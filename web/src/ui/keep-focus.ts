/** What takes the focus for a while and then goes. */
const PASSING = '[role="menu"], [role="dialog"], [role="listbox"], [data-passing]';
/** Longer than menus and dialogs need to hand the focus on themselves. */
const PATIENCE_MILLISECONDS = 40;

/**
 * Sees to it that the keyboard never loses its place: when what has the focus is taken off the page
 * and nothing else takes it, what had it before gets it back; where that is gone too, `onLost` runs.
 */
export function keepFocus(onLost: () => void): () => void {
  let focused: Element | null = null;
  let settled: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isLost = () =>
    document.activeElement === document.body && focused !== null && !focused.isConnected;
  const giveBack = () => {
    if (!isLost()) return;
    if (settled instanceof HTMLElement && settled.isConnected) {
      settled.focus({ preventScroll: true });
    }
    if (isLost()) onLost();
  };
  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    focused = target;
    if (target.closest(PASSING) === null) settled = target;
  };
  const onPointerUp = () => {
    // Who clicks beside everything wants no focus.
    if (document.activeElement === document.body && focused?.isConnected === true) focused = null;
  };
  const observer = new MutationObserver(() => {
    if (!isLost()) return;
    clearTimeout(timer);
    timer = setTimeout(giveBack, PATIENCE_MILLISECONDS);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', onFocusIn);
  document.addEventListener('pointerup', onPointerUp);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    document.removeEventListener('focusin', onFocusIn);
    document.removeEventListener('pointerup', onPointerUp);
  };
}
