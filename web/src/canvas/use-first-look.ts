import { useEffect, useRef } from 'react';
import { useViewState } from '../view-state/view-context.ts';
import type { ViewState } from '../view-state/view-state.ts';
import type { CanvasHandle } from './canvas-handle.ts';
import { firstLook } from './fit-viewport.ts';
import { intersects } from './rect.ts';
import type { Scene } from './scene.ts';
import type { Camera } from './use-camera.ts';
import { visibleRect } from './window.ts';

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
  const began = useRef(false);
  useEffect(() => {
    if (width === 0) return;
    // A place to begin with from a larger screen, or from far away, may show nothing at all.
    const isLost = !began.current && !isNew && showsNothing(scene, handle);
    began.current = true;
    if (!isNew && !isLost) {
      looked.current = false;
      return;
    }
    if (looked.current) return;
    const viewport = firstLook(scene.nodes, handle.size());
    if (viewport === null) return;
    looked.current = true;
    camera.moveTo(viewport);
  }, [isNew, scene, width, handle, camera]);
}

function showsNothing({ nodes }: Scene, handle: CanvasHandle): boolean {
  const seen = visibleRect(handle.viewport(), handle.size());
  return !nodes.some((node) => intersects(node, seen));
}
