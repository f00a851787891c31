import { changePanes, requestZoom, type Theme, type ZoomAction } from '../view-state/view-state.ts';
import type { Command } from './command.ts';

/** Lays all nodes out anew; undo brings the old places back. */
export const TIDY: Command = {
  id: 'tidy',
  title: 'Tidy',
  shortcuts: [{ keys: 'Shift+Alt+T', scope: 'everywhere' }],
  writes: true,
  isEnabled: ({ session }) => session.store.getState().snapshot.topology.nodes.length > 0,
  run: ({ session, view }) => {
    session.tidy();
    requestZoom(view, 'fit');
  },
};

/** How near the canvas looks. */
export const ZOOM_COMMANDS: readonly Command[] = [
  zoomCommand('in', 'Zoom in', ['+', '=']),
  zoomCommand('out', 'Zoom out', ['-']),
  zoomCommand('actual-size', 'Zoom to 100 %', ['0']),
  zoomCommand('fit', 'Fit all into view', ['1', 'Shift+1']),
  zoomCommand('fit-selection', 'Fit the selection into view', ['2', 'Shift+2']),
];

/** Light, dark, or as the system has it. */
export const THEME_COMMANDS: readonly (Command & { readonly theme: Theme })[] = [
  themeCommand('system', 'Theme: as the system'),
  themeCommand('light', 'Theme: light'),
  themeCommand('dark', 'Theme: dark'),
];

/** Goes from light to dark and back. */
export const SWITCH_THEME: Command = {
  id: 'switch-theme',
  title: 'Switch between light and dark',
  shortcuts: [{ keys: 'Shift+Alt+D', scope: 'everywhere' }],
  writes: false,
  isEnabled: () => true,
  run: ({ view }) => {
    const { theme } = view.getState();
    const isDark =
      theme === 'dark' ||
      (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
    view.setState({ theme: isDark ? 'light' : 'dark' });
  },
};

/** Opens and closes the pane beside the canvas, with what it showed last. */
export const TOGGLE_SIDE: Command = {
  id: 'toggle-side',
  title: 'Show or hide the pane beside the map',
  shortcuts: [{ keys: 'Ctrl+B', scope: 'everywhere' }],
  writes: false,
  isEnabled: () => true,
  run: ({ view }) => changePanes(view, { editorOpen: !view.getState().panes.editorOpen }),
};

/** Shows the YAML, or closes its pane where it is shown. */
export const TOGGLE_EDITOR: Command = {
  id: 'toggle-editor',
  title: 'Show or hide the YAML',
  shortcuts: [{ keys: 'Alt+E', scope: 'everywhere' }],
  writes: false,
  isEnabled: () => true,
  run: ({ view }) => {
    const { editorOpen, sideTab } = view.getState().panes;
    const isShown = editorOpen && sideTab === 'yaml';
    changePanes(view, isShown ? { editorOpen: false } : { editorOpen: true, sideTab: 'yaml' });
  },
};

/** Changes what a drag on the canvas does: moving the map, or drawing a box around what to select. */
export const TOGGLE_BOX_TOOL: Command = {
  id: 'toggle-box-tool',
  title: 'Select by dragging, or move the map',
  shortcuts: [{ keys: 'V', scope: 'canvas' }],
  writes: false,
  isEnabled: () => true,
  run: ({ view }) => view.setState(({ drawsBoxes }) => ({ drawsBoxes: !drawsBoxes })),
};

function zoomCommand(action: ZoomAction, title: string, keys: readonly string[]): Command {
  return {
    id: `zoom-${action}`,
    title,
    shortcuts: keys.map((key) => ({ keys: key, scope: 'canvas' })),
    writes: false,
    isEnabled: () => true,
    run: ({ view }) => requestZoom(view, action),
  };
}

function themeCommand(theme: Theme, title: string): Command & { readonly theme: Theme } {
  return {
    id: `theme-${theme}`,
    title,
    theme,
    shortcuts: [],
    writes: false,
    isEnabled: () => true,
    run: ({ view }) => view.setState({ theme }),
  };
}
