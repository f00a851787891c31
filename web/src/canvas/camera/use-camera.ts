import { boundsOf, type Rect, type Scene, sceneAreas } from '@portolan/model';
import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Session } from '../../session/session.ts';
import { useViewState } from '../../view-state/view-context.ts';
import type {
  CanvasTarget,
  RevealRequest,
  ViewState,
  ZoomAction,
} from '../../view-state/view-state.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import { bringIntoView, centreOn, fitAll, isClear, isInView, zoomTo } from './fit-viewport.ts';
import type { CanvasSize, CanvasViewport } from './window.ts';

/** Moves what the canvas looks at. */
export interface Camera {
  zoom(action: ZoomAction): void;
  reveal(target: CanvasTarget, manner: RevealRequest['manner']): void;
  /** At once, without motion. */
  moveTo(viewport: CanvasViewport): void;
}

const ZOOM_STEP = 1.25;
const READABLE_ZOOM = 0.75;
const MOTION = 180;
/** On the canvas while the camera is on its way. */
const MOVING = 'data-moving';
const REVEALED_MARGIN = 24;

const selectZoomRequest = (state: ViewState) => state.zoom;
const selectReveal = (state: ViewState) => state.reveal;

/** The camera; it also answers to the zoom and reveal requests of other panes. */
export function useCamera(handle: CanvasHandle): Camera {
  const flow = useReactFlow();
  const goal = useRef<Goal | null>(null);
  const move = useCallback(
    (viewport: CanvasViewport) => {
      const duration = prefersNoMotion() ? 0 : MOTION;
      const motion = { viewport, until: performance.now() + duration };
      goal.current = motion;
      handle.root.current?.toggleAttribute(MOVING, duration > 0);
      const arrive = () => {
        if (goal.current === motion) handle.root.current?.removeAttribute(MOVING);
      };
      void flow.setViewport({ ...viewport }, { duration }).then(arrive);
      // A motion that the user takes over has no end of its own.
      setTimeout(arrive, 2 * duration);
    },
    [flow, handle],
  );
  const camera = useMemo<Camera>(
    () => ({
      moveTo: (viewport) => {
        flow.setViewport({ ...viewport });
      },
      zoom: (action) => {
        const next = zoomed(action, handle, destinationOf(goal.current, handle));
        if (next !== null) move(next);
      },
      reveal: (target, manner) => {
        const area = areaOf(handle.scene.current, target);
        if (area === null) return;
        const viewport = destinationOf(goal.current, handle);
        const size = handle.size();
        if (manner === 'gentle' && isSeen(handle.scene.current, target, viewport, size)) {
          return;
        }
        const next =
          manner === 'centre'
            ? centreOn(area, size, Math.max(READABLE_ZOOM, viewport.zoom))
            : bringIntoView(area, viewport, size, extentOf(handle.scene.current));
        if (next !== viewport) move(next);
      },
    }),
    [flow, handle, move],
  );
  useRequests(camera, handle);
  return camera;
}

function useRequests(camera: Camera, { session }: CanvasHandle): void {
  const zoom = useViewState(selectZoomRequest);
  const reveal = useViewState(selectReveal);
  const answeredZoom = useRef(zoom?.count ?? 0);
  const answeredReveal = useRef(reveal?.count ?? 0);
  useEffect(() => {
    if (zoom === null || zoom.count === answeredZoom.current) return;
    answeredZoom.current = zoom.count;
    camera.zoom(zoom.action);
  }, [zoom, camera]);
  useEffect(() => {
    if (reveal === null || reveal.count === answeredReveal.current) return;
    answeredReveal.current = reveal.count;
    uncover(session, reveal.target);
    // After the render that brings what the same action has just added.
    const frame = requestAnimationFrame(() => camera.reveal(reveal.target, reveal.manner));
    return () => cancelAnimationFrame(frame);
  }, [reveal, camera, session]);
}

/** Shows the namespaces of what is asked for, where they are hidden. */
function uncover(session: Session, { kind, id }: CanvasTarget): void {
  const { snapshot, arrangement } = session.store.getState();
  const { hiddenNamespaces } = arrangement;
  if (hiddenNamespaces.length === 0) return;
  const { nodes, edges } = snapshot.topology;
  const edge = kind === 'edge' ? edges.find((one) => one.id === id) : undefined;
  const ends = new Set([id, edge?.source, edge?.target]);
  const needed = new Set(nodes.filter((node) => ends.has(node.id)).map((node) => node.namespace));
  const hidden = hiddenNamespaces.filter((namespace) => !needed.has(namespace));
  if (hidden.length < hiddenNamespaces.length) session.hideNamespaces(hidden);
}

/** Where a motion leads, and when it is over. */
interface Goal {
  readonly viewport: CanvasViewport;
  readonly until: number;
}

/** What is looked at when the present motion is over, so that two steps at once are two steps. */
function destinationOf(goal: Goal | null, handle: CanvasHandle): CanvasViewport {
  const isMoving = goal !== null && performance.now() < goal.until;
  return isMoving ? goal.viewport : handle.viewport();
}

function zoomed(
  action: ZoomAction,
  handle: CanvasHandle,
  viewport: CanvasViewport,
): CanvasViewport | null {
  const size = handle.size();
  const scene = handle.scene.current;
  switch (action) {
    case 'in':
      return zoomAround(handle, viewport, viewport.zoom * ZOOM_STEP);
    case 'out':
      return zoomAround(handle, viewport, viewport.zoom / ZOOM_STEP);
    case 'actual-size':
      return zoomAround(handle, viewport, 1);
    case 'fit':
      return fitAll(sceneAreas(scene), size);
    case 'fit-selection': {
      const selected = selectedAreas(handle);
      return fitAll(selected.length > 0 ? selected : sceneAreas(scene), size);
    }
  }
}

/** Changes the zoom around what is selected where that is in view, so that it stays in view. */
function zoomAround(handle: CanvasHandle, viewport: CanvasViewport, zoom: number): CanvasViewport {
  const size = handle.size();
  const selected = boundsOf(selectedAreas(handle));
  if (selected === null || !isInView(selected, viewport, size)) {
    return zoomTo(viewport, size, zoom);
  }
  const all = extentOf(handle.scene.current);
  return bringIntoView(selected, zoomTo(viewport, size, zoom, selected), size, all);
}

/** The area that everything of a scene is in. */
function extentOf(scene: Scene): Rect {
  return boundsOf(sceneAreas(scene)) ?? { x: 0, y: 0, width: 0, height: 0 };
}

function selectedAreas(handle: CanvasHandle): readonly Rect[] {
  const { nodes, edges, notes } = handle.view.getState().selection;
  const scene = handle.scene.current;
  return [
    ...nodes.map((id) => areaOf(scene, { kind: 'node', id })),
    ...edges.map((id) => areaOf(scene, { kind: 'edge', id })),
    ...notes.map((id) => areaOf(scene, { kind: 'note', id })),
  ].filter((area) => area !== null);
}

function areaOf(scene: Scene, target: CanvasTarget): Rect | null {
  if (target.kind === 'node') return scene.nodeById.get(target.id) ?? boxOf(scene, target.id);
  if (target.kind === 'note') return scene.notes.find(({ id }) => id === target.id) ?? null;
  const edge = scene.edges.find(({ id }) => id === target.id);
  if (edge === undefined) return null;
  const { x, y, width, height } = edge.bounds;
  return { x, y: y - REVEALED_MARGIN, width, height: height + 2 * REVEALED_MARGIN };
}

/** The box that a node is folded into. */
function boxOf({ frames }: Scene, id: string): Rect | null {
  return frames.find(({ isFolded, nodeIds }) => isFolded && nodeIds.includes(id)) ?? null;
}

/** Whether enough of it is seen not to move for it: of a node, its header with the name. */
function isSeen(
  scene: Scene,
  target: CanvasTarget,
  viewport: CanvasViewport,
  size: CanvasSize,
): boolean {
  const area = areaOf(scene, target);
  if (area === null) return true;
  const node = target.kind === 'node' ? scene.nodeById.get(target.id) : undefined;
  const height = node?.geometry.headerHeight ?? area.height;
  return isClear({ ...area, height }, viewport, size, extentOf(scene));
}

function prefersNoMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
