/** Long enough for a screen reader to notice that the words before are gone. */
const PAUSE_MILLISECONDS = 50;

let region: HTMLElement | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something to those who listen to the screen, when what they are listening to has been said. */
export function announce(message: string): void {
  region ??= createRegion();
  // The same words are only said again if they were gone in between.
  region.textContent = '';
  clearTimeout(timer);
  timer = setTimeout(() => region?.replaceChildren(message), PAUSE_MILLISECONDS);
}

function createRegion(): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', 'status');
  element.className = 'announcements';
  document.body.append(element);
  return element;
}
