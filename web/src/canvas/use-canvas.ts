import type { Scene, SceneEdge } from '@portolan/model';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { findUnsureNodes } from '../session/problems/edge-problems.ts';
import { problemsByNode } from '../session/problems/node-problems.ts';
import type { SessionState } from '../session/session.ts';
import { useDiagnosis, useSessionState, useTracing } from '../session/session-context.ts';
import { selectPath } from '../session/session-selectors.ts';
import { useViewState } from '../view-state/view-context.ts';
import type { CanvasTarget, ViewState } from '../view-state/view-state.ts';
import { type Camera, useCamera } from './camera/use-camera.ts';
import { useFirstLook } from './camera/use-first-look.ts';
import { type CanvasWindow, useWindow } from './camera/use-window.ts';
import { type Detail, mustPaintEdges } from './camera/window.ts';
import type { CanvasActions } from './canvas-actions.ts';
import { type CanvasHandle, useCanvasHandle } from './canvas-handle.ts';
import { type BoxSelect, useBoxSelect } from './gestures/use-box-select.ts';
import { useKeyboard } from './gestures/use-keyboard.ts';
import { type NodeDrag, useNodeDrag } from './gestures/use-node-drag.ts';
import { type MenuPlace, type PointerHandlers, usePointer } from './gestures/use-pointer.ts';
import type { EdgeLayerProps } from './lines/EdgeLayer.tsx';
import { type Connect, useConnect } from './lines/use-connect.ts';
import type { FlowNode } from './nodes/to-flow.ts';
import { useShownNodes } from './nodes/use-shown-nodes.ts';
import type { Painting } from './painting/paint-scene.ts';
import { type Palette, usePalette } from './painting/palette.ts';
import { type Explaining, useActions } from './use-canvas-actions.ts';
import { type CanvasFocus, useCanvasFocus } from './use-canvas-focus.ts';
import { useScene } from './use-scene.ts';

/** All that the parts of the canvas are rendered from. */
export interface CanvasModel {
  readonly handle: CanvasHandle;
  readonly scene: Scene;
  /** There is nothing that could be shown. */
  readonly isEmpty: boolean;
  readonly detail: Detail;
  readonly camera: Camera;
  readonly palette: Palette;
  /** What a screen reader says of the whole. */
  readonly description: string;
  readonly flowNodes: FlowNode[];
  readonly painting: Painting;
  readonly edges: EdgeLayerProps;
  /** The edges whose ends can be taken hold of. */
  readonly grips: readonly SceneEdge[];
  readonly drag: NodeDrag;
  readonly connect: Connect;
  readonly boxSelect: BoxSelect;
  readonly pointer: PointerHandlers;
  readonly focus: CanvasFocus;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly actions: CanvasActions;
  readonly explaining: Explaining;
  readonly menu: CanvasMenuState;
  /** Whether the node under the pointer has its tools. */
  readonly hasTools: boolean;
}

interface CanvasMenuState {
  readonly place: MenuPlace | null;
  readonly open: (place: MenuPlace) => void;
  readonly close: () => void;
}

const selectHovered = (state: ViewState) => state.hovered;
const selectPointedEdge = ({ pointed }: ViewState) => idOf(pointed, 'edge');
const NO_EDGES: readonly SceneEdge[] = [];
/** Of so many selected edges grips would only be in the way. */
const MOST_GRIPS = 12;

/** Puts the canvas together. Needs a session, a view store and a ReactFlowProvider above. */
export function useCanvas(): CanvasModel {
  const handle = useCanvasHandle();
  const drag = useNodeDrag(handle);
  const scene = useScene(handle, drag.dragged);
  const camera = useCamera(handle);
  const view = useWindow(scene);
  useFirstLook(handle, camera, scene);
  const [focus, focused] = useCanvasFocus(handle, scene);
  const menu = useMenu();
  const connect = useConnect(handle, menu.open);
  const boxSelect = useBoxSelect(handle);
  const pointer = usePointer(handle, camera, view.detail, menu.open);
  const onKeyDown = useKeyboard(handle, focus, drag);
  const palette = usePalette();
  const shown = useShown(scene, view, { focused, connect, palette });
  const { description, isEmpty } = useSummary(scene);
  return {
    ...{ handle, scene, camera, palette, description, drag, connect, boxSelect, menu, pointer },
    ...{ focus, onKeyDown, isEmpty, detail: view.detail },
    hasTools: mayUseTools(handle, view.detail) && !isBusy(drag, connect, menu),
    ...useActions(handle),
    ...shown,
  };
}

interface Marks {
  readonly focused: CanvasTarget | null;
  readonly connect: Connect;
  readonly palette: Palette;
}

/** What is in the DOM, and what is painted. */
function useShown(
  scene: Scene,
  view: CanvasWindow,
  { focused, connect: { refused, moving, isDrawing }, palette }: Marks,
): Pick<CanvasModel, 'flowNodes' | 'painting' | 'edges' | 'grips'> {
  const { nodes: selectedNodes, edges: selectedEdges } = useSelectedSets();
  const hovered = useViewState(selectHovered);
  const pointedEdge = useViewState(selectPointedEdge);
  const path = useTracing(selectPath);
  const isFar = view.detail === 'far';
  const pinned = idOf(focused, 'node');
  const pointed = isFar ? idOf(hovered, 'node') : null;
  const { flowNodes, painted } = useShownNodes(scene, view, {
    selected: selectedNodes,
    refused,
    path,
    pinned: [pinned, pointed].filter((id) => id !== null),
  });
  const paintsEdges = mustPaintEdges(view);
  const problems = useDiagnosis(problemsByNode);
  const unsure = useDiagnosis(findUnsureNodes);
  const painting = useMemo<Painting>(() => {
    const edges = paintsEdges ? view.edges : NO_EDGES;
    const marks = { selectedNodes, selectedEdges, refused, problems, unsure, path };
    return { nodes: painted, edges, ...marks, palette };
  }, [
    paintsEdges,
    view.edges,
    painted,
    selectedNodes,
    selectedEdges,
    refused,
    problems,
    unsure,
    path,
    palette,
  ]);
  const edges = {
    edges: useEdgeElements(scene, paintsEdges ? NO_EDGES : view.edges, [
      idOf(focused, 'edge'),
      // Where it is painted, the one under the pointer gets what can be taken hold of.
      paintsEdges && !isFar ? idOf(hovered, 'edge') : null,
      pointedEdge,
    ]),
    isFar,
    path,
    selected: selectedEdges,
    hovered: idOf(hovered, 'edge') ?? pointedEdge,
    moving,
  };
  const grips = useGrips(edges, idOf(hovered, 'edge'), isDrawing);
  return { flowNodes, painting, edges, grips };
}

/** Grips are on the edge that the pointer is over, and on selected ones; not while a line is drawn. */
function useGrips(
  { edges, selected }: EdgeLayerProps,
  hovered: string | null,
  isDrawing: boolean,
): readonly SceneEdge[] {
  return useMemo(() => {
    if (isDrawing || (hovered === null && selected.size === 0)) return NO_EDGES;
    return edges.filter(({ id }) => id === hovered || selected.has(id)).slice(0, MOST_GRIPS);
  }, [edges, selected, hovered, isDrawing]);
}

/** The edges that get elements: these, and in any case those that are named. */
function useEdgeElements(
  scene: Scene,
  edges: readonly SceneEdge[],
  named: readonly (string | null)[],
): readonly SceneEdge[] {
  const names = named.filter((id) => id !== null).join('\n');
  return useMemo(() => {
    if (names === '') return edges;
    const missing = new Set(names.split('\n'));
    for (const { id } of edges) missing.delete(id);
    return missing.size === 0
      ? edges
      : [...edges, ...scene.edges.filter(({ id }) => missing.has(id))];
  }, [scene, edges, names]);
}

const selectSelection = (state: ViewState) => state.selection;

function useSelectedSets(): {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
} {
  const selection = useViewState(selectSelection);
  return useMemo(
    () => ({ nodes: new Set(selection.nodes), edges: new Set(selection.edges) }),
    [selection],
  );
}

function useMenu(): CanvasMenuState {
  const [place, open] = useState<MenuPlace | null>(null);
  const close = useMemo(() => () => open(null), []);
  return { place, open, close };
}

function mayUseTools({ session }: CanvasHandle, detail: Detail): boolean {
  return detail === 'near' && session.readOnlyReason === null;
}

function isBusy(drag: NodeDrag, connect: Connect, menu: CanvasMenuState): boolean {
  const isDragging = drag.dragged !== null || drag.copies.length > 0;
  return isDragging || connect.isDrawing || menu.place !== null;
}

function idOf(target: CanvasTarget | null, kind: CanvasTarget['kind']): string | null {
  return target?.kind === kind ? target.id : null;
}

const selectNodes = ({ snapshot }: SessionState) => snapshot.topology.nodes;

function useSummary(scene: Scene): Pick<CanvasModel, 'description' | 'isEmpty'> {
  const all = useSessionState(selectNodes);
  return useMemo(() => {
    const isEmpty = all.length === 0 && scene.notes.length === 0;
    return { isEmpty, description: describeScene(scene, all.length) };
  }, [scene, all]);
}

function describeScene({ nodes, edges, notes }: Scene, all: number): string {
  const broken = edges.filter(({ edge }) => edge.broken !== null).length;
  const brokenText = broken === 0 ? '' : `, ${broken} of them broken`;
  const shown = nodes.length === all ? `${all} nodes` : `${nodes.length} of ${all} nodes`;
  const noteText =
    notes.length === 0 ? '' : `, ${notes.length} ${notes.length === 1 ? 'note' : 'notes'}`;
  return `Canvas: ${shown}, ${edges.length} connections${brokenText}${noteText}. Tab goes through the nodes, arrows follow the connections, E goes to a node’s connections.`;
}
