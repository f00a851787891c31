/** Long enough for a screen reader to notice that the words before are gone. */
const PAUSE_MILLISECONDS = 50;

let region: HTMLElement | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const waiting = new Map<string, string>();

/**
 * Says something to those who listen to the screen, when what they are listening to has been said.
 * What comes of one action is said together; of one topic, only the last.
 */
export function announce(message: string, topic = 'other'): void {
  region ??= createRegion();
  // The same words are only said again if they were gone in between.
  region.textContent = '';
  waiting.set(topic, message);
  clearTimeout(timer);
  timer = setTimeout(() => {
    region?.replaceChildren([...waiting.values()].filter(Boolean).join('. '));
    waiting.clear();
  }, PAUSE_MILLISECONDS);
}

function createRegion(): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', 'status');
  element.className = 'announcements';
  document.body.append(element);
  return element;
}
