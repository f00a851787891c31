import { useEffect, useRef } from 'react';
import { useViewState } from '../view-state/view-context.ts';
import type { ViewState } from '../view-state/view-state.ts';
import type { CanvasHandle } from './canvas-handle.ts';
import { firstLook } from './fit-viewport.ts';
import type { Scene } from './scene.ts';
import type { Camera } from './use-camera.ts';

const selectIsNew = (state: ViewState) => state.viewport === null;

/** Brings all, or the beginning, into view as soon as there is something to see and nobody has looked at it yet. */
export function useFirstLook(
  handle: CanvasHandle,
  camera: Camera,
  scene: Scene,
  width: number,
): void {
  const isNew = useViewState(selectIsNew);
  const looked = useRef(false);
  useEffect(() => {
    if (!isNew) {
      looked.current = false;
      return;
    }
    if (looked.current || width === 0) return;
    const viewport = firstLook(scene.nodes, handle.size());
    if (viewport === null) return;
    looked.current = true;
    camera.moveTo(viewport);
  }, [isNew, scene, width, handle, camera]);
}
