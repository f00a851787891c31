/** The parts of the window between which the focus moves, in this order, and what they are called. */
const PANES = [
  { pane: 'canvas', name: 'Canvas' },
  { pane: 'editor', name: 'YAML' },
  { pane: 'inspector', name: 'Inspector' },
  { pane: 'welcome', name: 'Welcome' },
  { pane: 'dock', name: 'Trace, problems and outline' },
  { pane: 'header', name: 'Top bar' },
] as const;

const FOCUSABLE =
  'a[href], button, input, select, textarea, [tabindex]:not([tabindex="-1"]), [contenteditable="true"]';

/** Marks the pane to which the focus was moved, until it leaves it or the pointer is used. */
const REACHED = 'data-reached';

const lastFocused = new WeakMap<Element, HTMLElement>();

/** Remembers where in each pane the focus was last. */
export function followPaneFocus(): () => void {
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    const pane = target.closest('[data-pane]');
    if (pane !== null) lastFocused.set(pane, target);
    clearReached(pane);
  };
  const onPointer = (): void => clearReached(null);
  document.addEventListener('focusin', onFocus);
  document.addEventListener('pointerdown', onPointer, { capture: true });
  return () => {
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('pointerdown', onPointer, { capture: true });
  };
}

/** Moves the focus to the next pane (1) or the one before (-1); gives its name, or null if there is none. */
export function movePaneFocus(step: 1 | -1): string | null {
  const present = PANES.flatMap(({ pane, name }) => {
    const element = document.querySelector(`[data-pane="${pane}"]`);
    return element instanceof HTMLElement ? [{ element, name }] : [];
  });
  const focused = document.activeElement?.closest('[data-pane]');
  const from = present.findIndex(({ element }) => element === focused);
  const start = from < 0 && step < 0 ? 0 : from;
  for (let count = 1; count <= present.length; count++) {
    const at = (start + step * count + present.length * 2) % present.length;
    const pane = present[at];
    if (pane !== undefined && enter(pane.element)) return pane.name;
  }
  return null;
}

/** Moves the focus to a pane; gives its name, or null if it is not there. */
export function enterPane(wanted: (typeof PANES)[number]['pane']): string | null {
  const element = document.querySelector(`[data-pane="${wanted}"]`);
  const isEntered = element instanceof HTMLElement && enter(element);
  return isEntered ? (PANES.find(({ pane }) => pane === wanted)?.name ?? null) : null;
}

function enter(pane: HTMLElement): boolean {
  const last = lastFocused.get(pane);
  const goal = last !== undefined && isUsable(last) ? last : findFirst(pane);
  if (goal === undefined) return false;
  goal.focus();
  pane.setAttribute(REACHED, '');
  return true;
}

function findFirst(pane: HTMLElement): HTMLElement | undefined {
  if (pane.tabIndex >= 0) return pane;
  return [...pane.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isUsable);
}

function isUsable(element: HTMLElement): boolean {
  return element.isConnected && element.checkVisibility() && !element.matches(':disabled');
}

function clearReached(except: Element | null): void {
  for (const pane of document.querySelectorAll(`[${REACHED}]`)) {
    if (pane !== except) pane.removeAttribute(REACHED);
  }
}
