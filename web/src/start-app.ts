import { loadSample } from './commands/open-sample.ts';
import { SAMPLES } from './commands/samples.ts';
import { openSketchLibrary } from './session/sketches/sketch-library.ts';
import type { Opening } from './session/sketches/sketch-reader.ts';
import { Workspace, type WorkspaceHost } from './session/sketches/workspace.ts';
import { followAddress } from './sharing/follow-address.ts';
import { decodeLink } from './sharing/sketch-link.ts';
import { followPanes } from './view-state/follow-panes.ts';
import { followTheme } from './view-state/follow-theme.ts';
import { followHabits } from './view-state/habits.ts';
import { notify } from './view-state/notice.ts';
import {
  changePanes,
  chosenViewport,
  createViewStore,
  NOTHING_SELECTED,
  showDialog,
  type ViewStore,
} from './view-state/view-state.ts';

/**
 * Opens the last work, or the first sample, and what the screen shows of it. `onOpening` hears how
 * far it is, where that takes long.
 */
export async function startApp(onOpening: (opening: Opening | null) => void): Promise<{
  readonly workspace: Workspace;
  readonly view: ViewStore;
}> {
  const view = createViewStore();
  followTheme(view);
  followPanes(view);
  followHabits(view);
  const host: WorkspaceHost = {
    readViewport: () => chosenViewport(view.getState()),
    onCopy: (name) => {
      const message = `This sketch is open in another tab. Here you go on with a copy of your own, ${name}: neither tab writes over the other.`;
      notify(view, 'warning', message, null, true);
    },
    onOpenedAgain: () => {
      const message =
        'This sketch is open in another tab too. That tab goes on with a copy of its own: neither writes over the other.';
      notify(view, 'info', message, null, true);
    },
  };
  const link = await decodeLink(location.hash);
  const shared = link.kind === 'sketch' ? link.content : null;
  const beginWithSample = async () => {
    const first = await loadFirstSample();
    changePanes(view, { welcomeOpen: first.text !== '' });
    return first;
  };
  const workspace = await Workspace.start(
    openSketchLibrary,
    beginWithSample,
    host,
    shared,
    onOpening,
  );
  view.setState({ viewport: workspace.store.getState().open.sketch.viewport });
  workspace.store.subscribe(({ open }, before) => {
    if (open.session === before.open.session) return;
    view.setState({
      selection: NOTHING_SELECTED,
      hovered: null,
      pointed: null,
      viewport: open.sketch.viewport,
      isFitted: false,
      reveal: null,
      zoom: null,
      focus: null,
      textRequest: null,
      cursor: null,
      problem: null,
      dialog: null,
    });
    changePanes(view, { welcomeOpen: false });
  });
  view.subscribe((state, before) => {
    if (chosenViewport(state) !== chosenViewport(before)) workspace.viewportChanged();
  });
  followAddress(workspace, view);
  if (link.kind === 'unreadable') {
    showDialog(view, { kind: 'unreadable-link', reason: link.reason });
  }
  return { workspace, view };
}

/** Where even that does not come through, the app opens empty. */
async function loadFirstSample(): Promise<{ readonly name: string; readonly text: string }> {
  const [sample] = SAMPLES;
  const text = sample === undefined ? '' : await loadSample(sample).catch(() => '');
  return { name: text === '' ? 'Untitled' : (sample?.title ?? 'Untitled'), text };
}
