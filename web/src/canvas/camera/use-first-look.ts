import { intersects, type Scene, sceneAreas } from '@portolan/model';
import { type ReactFlowState, useStore } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';
import type { SessionState } from '../../session/session.ts';
import { useSessionState } from '../../session/session-context.ts';
import { rememberViewport } from '../../view-state/view-state.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import { fillWith, firstLook } from './fit-viewport.ts';
import type { Camera } from './use-camera.ts';
import { type CanvasViewport, isSameViewport, visibleRect } from './window.ts';

/** What the canvas looked at last time. */
interface Look {
  readonly width: number;
  readonly height: number;
  readonly replacements: number;
}

const selectWidth = ({ width }: ReactFlowState) => width;
const selectHeight = ({ height }: ReactFlowState) => height;
const selectReplacements = ({ replacements }: SessionState) => replacements;

/**
 * Brings all, or the beginning, into view: as soon as there is something to see, when the whole text
 * gives way to another one, and when the size changes while nobody has moved the view or a node.
 */
export function useFirstLook(handle: CanvasHandle, camera: Camera, scene: Scene): void {
  const width = useStore(selectWidth);
  const height = useStore(selectHeight);
  const replacements = useSessionState(selectReplacements);
  const last = useRef<Look | null>(null);
  // Before anything is painted, so that nothing is seen to jump.
  useLayoutEffect(() => {
    if (width === 0 || height === 0) return;
    const look = { width, height, replacements };
    if (isDue(handle, scene, last.current, look)) fit(handle, camera, scene);
    else keepIfMoved(handle, scene);
    last.current = look;
  }, [handle, camera, scene, width, height, replacements]);
}

function isDue(handle: CanvasHandle, scene: Scene, before: Look | null, now: Look): boolean {
  const { viewport, isFitted } = handle.view.getState();
  if (viewport === null) return true;
  // A place to begin with from a larger screen, or from far away, may show nothing at all.
  if (before === null) return showsNothing(scene, handle);
  if (before.replacements !== now.replacements) return true;
  return isFitted && (before.width !== now.width || before.height !== now.height);
}

function fit(handle: CanvasHandle, camera: Camera, scene: Scene): void {
  const viewport = fitting(handle, scene);
  if (viewport === null) return;
  rememberViewport(handle.view, viewport, true);
  camera.moveTo(viewport);
}

/** Where the canvas looks by itself: what is presented is as large as the window lets it be. */
function fitting({ view, size }: CanvasHandle, scene: Scene): CanvasViewport | null {
  const look = view.getState().presentedFrom === null ? firstLook : fillWith;
  return look(sceneAreas(scene), size());
}

/** Once things stand elsewhere than where the fit found them, the view is the user's. */
function keepIfMoved(handle: CanvasHandle, scene: Scene): void {
  const { viewport, isFitted } = handle.view.getState();
  if (!isFitted || viewport === null) return;
  const now = fitting(handle, scene);
  if (now === null || !isSameViewport(now, viewport)) handle.view.setState({ isFitted: false });
}

function showsNothing(scene: Scene, handle: CanvasHandle): boolean {
  const seen = visibleRect(handle.viewport(), handle.size());
  return !sceneAreas(scene).some((area) => intersects(area, seen));
}
