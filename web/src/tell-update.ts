import type { Workspace } from './session/sketches/workspace.ts';
import { notify } from './view-state/notice.ts';
import type { ViewStore } from './view-state/view-state.ts';

/** Says that a newer version is there; it comes when the user says so, with everything kept. */
export function tellUpdate(
  workspace: Workspace,
  view: ViewStore,
  reload: () => Promise<void>,
): void {
  const message =
    'A new version of Portolan is ready. It comes when you reload; until then this one goes on.';
  const action = {
    label: 'Reload',
    run: () => void workspace.keepNow().then(reload),
  };
  notify(view, 'info', message, action, true);
}
