import { createStore, type StoreApi } from 'zustand/vanilla';
import { DEFAULT_HABITS, type Habits } from './habits.ts';
import type { Notice } from './notice.ts';

/** A node (by its NodeId) or an edge (by its id) of the topology, or a note (by its id). */
export interface CanvasTarget {
  readonly kind: 'node' | 'edge' | 'note';
  readonly id: string;
}

/** Who made a selection; that pane does not answer to it again. */
export type SelectionOrigin = 'canvas' | 'editor' | 'outline' | 'problems' | 'trace' | 'command';

/** What is selected, by ids of nodes, edges and notes, and which pane did it. */
export interface Selection {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  readonly notes: readonly string[];
  readonly origin: SelectionOrigin;
}

/** What React Flow calls the viewport: where the canvas is looking, and how near. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Asks the canvas to bring something into view; each request has a higher count than the last. */
export interface RevealRequest {
  readonly target: CanvasTarget;
  /**
   * - `gentle`: only if its beginning is out of view, and without changing the zoom
   * - `whole`: the same if any of it is
   * - `centre`: in any case
   */
  readonly manner: 'gentle' | 'whole' | 'centre';
  readonly count: number;
}

/** Asks the canvas to take the keyboard focus; each request has a higher count than the last. */
export interface FocusRequest {
  /** null: what had the focus there last, or what stands next to it. */
  readonly target: CanvasTarget | null;
  readonly count: number;
}

/** Asks the canvas for a new note; each request has a higher count than the last. */
export interface NoteRequest {
  /** The point of the map for its middle; null: the middle of the view. */
  readonly place: { readonly x: number; readonly y: number } | null;
  readonly count: number;
}

/** What the zoom can be asked for. */
export type ZoomAction = 'in' | 'out' | 'actual-size' | 'fit' | 'fit-selection';

/** Asks the canvas to zoom; each request has a higher count than the last. */
export interface ZoomRequest {
  readonly action: ZoomAction;
  readonly count: number;
}

/** Asks the editor to show a stretch of the text (offsets of the whole text). */
export interface TextRequest {
  readonly start: number;
  readonly end: number;
  /** Whether the editor takes the focus, with the cursor at the start. */
  readonly focus: boolean;
  readonly count: number;
}

/** The theme as chosen; `system` follows the machine. */
export type Theme = 'system' | 'light' | 'dark';

/** 1-based, as editors count. */
export interface CursorPosition {
  readonly line: number;
  readonly column: number;
}

/** What the panel below the canvas can show. */
export type DockTab = keyof typeof DOCK_TABS;

/** Sizes are per cent of the window; the editor of its width, the dock of its height. */
export interface PaneLayout {
  readonly editorSize: number;
  readonly editorOpen: boolean;
  /** What the pane beside the canvas shows. */
  readonly sideTab: 'yaml' | 'inspector';
  /** Whether the inspector shows more than the fields that most people need. */
  readonly moreFields: boolean;
  readonly dockSize: number;
  readonly dockOpen: boolean;
  readonly dockTab: DockTab;
  /** What the list of problems is grouped by. */
  readonly problemsBy: 'resource' | 'code';
  /** Whether a newcomer is told what this is, below the first sample. */
  readonly welcomeOpen: boolean;
}

/** A part of what is assumed. */
export type AssumptionsPart = 'gateways' | 'outside' | 'names' | 'muted' | 'yaml';

/** A question to the user that stands before everything else. */
export type DialogRequest =
  | { readonly kind: 'rename'; readonly resourceId: string }
  | { readonly kind: 'move-namespace'; readonly resourceIds: readonly string[] }
  | { readonly kind: 'delete'; readonly resourceIds: readonly string[] }
  | { readonly kind: 'reconnect'; readonly edge: string; readonly end: 'source' | 'target' }
  | { readonly kind: 'paste' }
  | { readonly kind: 'palette'; readonly mode: 'all' | 'find' | 'add' | 'connect' }
  | { readonly kind: 'shortcuts' }
  /** The parts of the screen, one by one. */
  | { readonly kind: 'tour' }
  | { readonly kind: 'new-ingress' }
  | { readonly kind: 'name-sketch' }
  | { readonly kind: 'sketches' }
  | { readonly kind: 'versions' }
  | { readonly kind: 'outcomes' }
  | { readonly kind: 'assumptions'; readonly part: AssumptionsPart }
  | { readonly kind: 'share' }
  | { readonly kind: 'picture' }
  /** What saving to files has to ask. */
  | { readonly kind: 'save' }
  /** A link was opened that cannot be read, and why. */
  | { readonly kind: 'unreadable-link'; readonly reason: string };

/** Everything on screen that is neither in the YAML nor undoable. */
export interface ViewState {
  readonly selection: Selection;
  /** What the pointer is over on the canvas. */
  readonly hovered: CanvasTarget | null;
  /** What the lines make that the pointer is over in the YAML. */
  readonly pointed: CanvasTarget | null;
  /** null until the canvas has looked at something: then it fits all into view. */
  readonly viewport: Viewport | null;
  /** Whether the canvas chose the viewport by itself, and chooses anew when its size changes. */
  readonly isFitted: boolean;
  readonly reveal: RevealRequest | null;
  readonly zoom: ZoomRequest | null;
  readonly focus: FocusRequest | null;
  readonly noteRequest: NoteRequest | null;
  readonly textRequest: TextRequest | null;
  readonly cursor: CursorPosition | null;
  /** Whether keys go into the YAML. */
  readonly isTyping: boolean;
  /** The finding that is looked at, by its key; it may be gone meanwhile. */
  readonly problem: string | null;
  /** The saved request that is looked at, by its id; it may be gone meanwhile. */
  readonly savedRequest: string | null;
  readonly theme: Theme;
  /** What the theme comes to on this system; see followTheme. */
  readonly scheme: 'light' | 'dark';
  readonly panes: PaneLayout;
  readonly habits: Habits;
  /** While the map is alone in the window, to look at: how one looked at it before; else null. */
  readonly presentedFrom: Pick<ViewState, 'viewport' | 'isFitted'> | null;
  /** Whether a drag on the canvas draws a box around what to select, and does not move the map. */
  readonly drawsBoxes: boolean;
  readonly notices: readonly Notice[];
  /** Whether the list of namespaces to show is open on the canvas. */
  readonly isChoosingNamespaces: boolean;
  readonly dialog: DialogRequest | null;
}

/** The store of everything that is about looking, and not about the text. */
export type ViewStore = StoreApi<ViewState>;

/** The selection when nothing is selected. */
export const NOTHING_SELECTED: Selection = { nodes: [], edges: [], notes: [], origin: 'command' };

/** The panes as somebody sees them who has never changed them. */
export const DEFAULT_PANES: PaneLayout = {
  editorSize: 32,
  editorOpen: true,
  sideTab: 'yaml',
  moreFields: false,
  dockSize: 30,
  dockOpen: false,
  dockTab: 'problems',
  problemsBy: 'resource',
  welcomeOpen: false,
};

/** How small and how large a pane can be made, in the unit of its size. */
export const PANE_SIZES = {
  editor: { smallest: 15, largest: 80 },
  dock: { smallest: 12, largest: 70 },
} as const;

/**
 * The tabs of the panel below the canvas, from left to right; lower than its number (per cent) a
 * tab shows too little of itself to be understood.
 */
export const DOCK_TABS = {
  trace: 45,
  requests: 45,
  routes: 45,
  problems: 40,
  envoy: 45,
  outline: PANE_SIZES.dock.smallest,
} as const;

/** Whether the panel below the canvas has a tab of this name. */
export function isDockTab(name: unknown): name is DockTab {
  return typeof name === 'string' && Object.hasOwn(DOCK_TABS, name);
}

/** A fresh store: nothing selected, nothing asked for. */
export function createViewStore(initial: Partial<ViewState> = {}): ViewStore {
  return createStore<ViewState>(() => ({
    selection: NOTHING_SELECTED,
    hovered: null,
    pointed: null,
    viewport: null,
    isFitted: false,
    reveal: null,
    zoom: null,
    focus: null,
    noteRequest: null,
    textRequest: null,
    cursor: null,
    isTyping: false,
    problem: null,
    savedRequest: null,
    theme: 'system',
    scheme: 'light',
    panes: DEFAULT_PANES,
    habits: DEFAULT_HABITS,
    presentedFrom: null,
    drawsBoxes: false,
    notices: [],
    isChoosingNamespaces: false,
    dialog: null,
    ...initial,
  }));
}

/** Selects exactly these. The same selection again, by the same pane, changes nothing. */
export function select(
  store: ViewStore,
  selected: Partial<Omit<Selection, 'origin'>>,
  origin: SelectionOrigin,
): void {
  const { selection } = store.getState();
  const { nodes = [], edges = [], notes = [] } = selected;
  const isSame =
    isSameList(nodes, selection.nodes) &&
    isSameList(edges, selection.edges) &&
    isSameList(notes, selection.notes);
  if (isSame && origin === selection.origin) return;
  store.setState({ selection: { nodes, edges, notes, origin } });
}

/** Marks what the pointer is over, or nothing. */
export function hover(store: ViewStore, target: CanvasTarget | null): void {
  const { hovered } = store.getState();
  if (hovered?.kind === target?.kind && hovered?.id === target?.id) return;
  store.setState({ hovered: target });
}

/** Marks what the pointer is over in the YAML, or nothing. */
export function pointAt(store: ViewStore, target: CanvasTarget | null): void {
  const { pointed } = store.getState();
  if (pointed?.kind === target?.kind && pointed?.id === target?.id) return;
  store.setState({ pointed: target });
}

/** Asks the canvas to bring a node or an edge into view. */
export function requestReveal(
  store: ViewStore,
  target: CanvasTarget,
  manner: RevealRequest['manner'] = 'gentle',
): void {
  const count = (store.getState().reveal?.count ?? 0) + 1;
  store.setState({ reveal: { target, manner, count } });
}

/** Asks the canvas to take the keyboard focus. */
export function requestFocus(store: ViewStore, target: CanvasTarget | null): void {
  store.setState({ focus: { target, count: (store.getState().focus?.count ?? 0) + 1 } });
}

/** Asks the canvas for a new note, at a point of the map or in the middle of the view. */
export function requestNote(store: ViewStore, place: NoteRequest['place'] = null): void {
  store.setState({ noteRequest: { place, count: (store.getState().noteRequest?.count ?? 0) + 1 } });
}

/** Asks the canvas to zoom. */
export function requestZoom(store: ViewStore, action: ZoomAction): void {
  store.setState({ zoom: { action, count: (store.getState().zoom?.count ?? 0) + 1 } });
}

/** Asks the editor to show a stretch of the text, opening its pane where it is closed. */
export function requestText(
  store: ViewStore,
  range: { readonly start: number; readonly end: number },
  focus: boolean,
): void {
  const { textRequest, panes } = store.getState();
  store.setState({
    textRequest: {
      start: range.start,
      end: range.end,
      focus,
      count: (textRequest?.count ?? 0) + 1,
    },
    panes: focus ? { ...panes, editorOpen: true, sideTab: 'yaml' } : { ...panes, editorOpen: true },
  });
}

/** Remembers where the canvas looks, unless it is where it was known to look. */
export function rememberViewport(store: ViewStore, viewport: Viewport, isFitted = false): void {
  const { viewport: before } = store.getState();
  const isKnown =
    before?.x === viewport.x && before.y === viewport.y && before.zoom === viewport.zoom;
  if (!isKnown) store.setState({ viewport, isFitted });
}

/** Where the user wants the canvas to look; null: wherever all is in view. */
export function chosenViewport(state: ViewState): Viewport | null {
  const { viewport, isFitted } = state.presentedFrom ?? state;
  return isFitted ? null : viewport;
}

/** Changes sizes or openness of panes. */
export function changePanes(store: ViewStore, change: Partial<PaneLayout>): void {
  store.setState({ panes: { ...store.getState().panes, ...change } });
}

/** Opens the panel below the canvas on a tab, at least as high as that needs to be read. */
export function openDock(store: ViewStore, tab: DockTab): void {
  const { dockOpen, dockSize } = store.getState().panes;
  const size = dockOpen ? dockSize : Math.max(dockSize, DOCK_TABS[tab]);
  changePanes(store, { dockOpen: true, dockTab: tab, dockSize: size });
}

/** Opens a dialog, or closes the open one. */
export function showDialog(store: ViewStore, dialog: DialogRequest | null): void {
  store.setState({ dialog });
}

function isSameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}
