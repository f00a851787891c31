import type { Workspace } from '../session/sketches/workspace.ts';
import { showDialog, type ViewStore } from '../view-state/view-state.ts';
import { decodeLink } from './sketch-link.ts';

/**
 * Keeps the address and what is open together: an address with a sketch in it shows that sketch, one
 * without shows the user's own work, also when going back and forward. What takes the place of a
 * looked-at sketch takes it out of the address too.
 */
export function followAddress(workspace: Workspace, view: ViewStore): () => void {
  const onChange = (): void => void showAddress(workspace, view);
  window.addEventListener('hashchange', onChange);
  const stop = workspace.store.subscribe(({ open }, before) => {
    if (before.open.isPreview && !open.isPreview) leaveLink();
  });
  return () => {
    window.removeEventListener('hashchange', onChange);
    stop();
  };
}

/** Takes a link that cannot be read out of the address; going back does not meet it again. */
export function forgetLink(): void {
  history.replaceState(history.state, '', location.pathname + location.search);
}

async function showAddress(workspace: Workspace, view: ViewStore): Promise<void> {
  const asked = location.hash;
  const link = await decodeLink(asked);
  // Another address since.
  if (location.hash !== asked) return;
  if (link.kind === 'sketch') {
    await workspace.openPreview(link.content);
    return;
  }
  if (workspace.store.getState().open.isPreview) await workspace.openOwn();
  if (link.kind === 'unreadable') {
    showDialog(view, { kind: 'unreadable-link', reason: link.reason });
  }
}

function leaveLink(): void {
  if (location.hash === '') return;
  history.pushState(null, '', location.pathname + location.search);
}
