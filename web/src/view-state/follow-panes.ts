import { keepSetting, readSetting } from './local-setting.ts';
import {
  DEFAULT_PANES,
  isDockTab,
  PANE_SIZES,
  type PaneLayout,
  type ViewStore,
} from './view-state.ts';

const NAME = 'panes';

/** Shows the panes as they were when this browser had the app open last, and remembers what changes. */
export function followPanes(store: ViewStore): () => void {
  store.setState({ panes: readPanes(readSetting(NAME)) });
  return store.subscribe(({ panes }, before) => {
    if (panes !== before.panes) keepSetting(NAME, JSON.stringify(panes));
  });
}

/** The panes of a stored setting; what it does not hold, or holds wrongly, is as it is at first. */
export function readPanes(stored: string | null): PaneLayout {
  const fields = readFields(stored);
  const { editorSize, editorOpen, sideTab, moreFields, welcomeOpen } = fields;
  const { dockSize, dockOpen, dockTab, problemsBy } = fields;
  return {
    editorSize: isWithin(editorSize, PANE_SIZES.editor) ? editorSize : DEFAULT_PANES.editorSize,
    editorOpen: typeof editorOpen === 'boolean' ? editorOpen : DEFAULT_PANES.editorOpen,
    sideTab: sideTab === 'yaml' || sideTab === 'inspector' ? sideTab : DEFAULT_PANES.sideTab,
    moreFields: typeof moreFields === 'boolean' ? moreFields : DEFAULT_PANES.moreFields,
    dockSize: isWithin(dockSize, PANE_SIZES.dock) ? dockSize : DEFAULT_PANES.dockSize,
    dockOpen: typeof dockOpen === 'boolean' ? dockOpen : DEFAULT_PANES.dockOpen,
    dockTab: isDockTab(dockTab) ? dockTab : DEFAULT_PANES.dockTab,
    problemsBy:
      problemsBy === 'resource' || problemsBy === 'code' ? problemsBy : DEFAULT_PANES.problemsBy,
    welcomeOpen: typeof welcomeOpen === 'boolean' ? welcomeOpen : DEFAULT_PANES.welcomeOpen,
  };
}

function readFields(stored: string | null): Partial<Record<keyof PaneLayout, unknown>> {
  try {
    const value: unknown = JSON.parse(stored ?? 'null');
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function isWithin(
  value: unknown,
  { smallest, largest }: { readonly smallest: number; readonly largest: number },
): value is number {
  return typeof value === 'number' && value >= smallest && value <= largest;
}
