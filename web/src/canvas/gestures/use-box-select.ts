import { type Point, type Rect, rectBetween } from '@portolan/model';
import { type PointerEvent as ReactPointerEvent, useMemo, useState } from 'react';
import { NOTHING_SELECTED, type Selection, select } from '../../view-state/view-state.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import { thingsTouching } from '../painting/hit-test.ts';
import { swallowClick } from './swallow-click.ts';
import { isMovingMap } from './use-space-pan.ts';

/** Selecting by drawing a box. */
export interface BoxSelect {
  /** The box being drawn, in pixels of the canvas; null while there is none. */
  readonly box: Rect | null;
  readonly onPointerDown: (event: ReactPointerEvent) => void;
}

/** Shift+drag on the pane, or any with the tool for it, selects every node that the box touches, mounted or not. */
export function useBoxSelect(handle: CanvasHandle): BoxSelect {
  const [box, setBox] = useState<Rect | null>(null);
  const onPointerDown = useMemo(
    () => (event: ReactPointerEvent) => {
      const onPane = event.target instanceof Element && event.target.matches('.react-flow__pane');
      const draws = event.shiftKey || (handle.view.getState().drawsBoxes && !isMovingMap(handle));
      if (!draws || event.button !== 0 || !onPane) return;
      // Without the mouse events that follow, React Flow does not pan.
      event.preventDefault();
      handle.root.current?.focus({ preventScroll: true });
      startBox(handle, event, setBox);
    },
    [handle],
  );
  return useMemo(() => ({ box, onPointerDown }), [box, onPointerDown]);
}

function startBox(
  handle: CanvasHandle,
  start: ReactPointerEvent,
  show: (box: Rect | null) => void,
): void {
  const listeners = new AbortController();
  const present = handle.view.getState().selection;
  const before = start.shiftKey ? present : NOTHING_SELECTED;
  const from = handle.toScene(start.clientX, start.clientY);
  const end = () => {
    listeners.abort();
    show(null);
  };
  let isDrawn = false;
  const move = (event: PointerEvent) => {
    if (!isDrawn) swallowClick();
    isDrawn = true;
    show(boxOnScreen(handle, start, event));
    selectWithin(handle, before, from, handle.toScene(event.clientX, event.clientY));
  };
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    end();
    select(handle.view, present, 'canvas');
  };
  const options = { signal: listeners.signal, capture: true };
  window.addEventListener('pointermove', move, options);
  window.addEventListener('pointerup', end, options);
  window.addEventListener('pointercancel', end, options);
  window.addEventListener('keydown', cancel, options);
}

function boxOnScreen(handle: CanvasHandle, start: ReactPointerEvent, event: PointerEvent): Rect {
  const area = handle.root.current?.getBoundingClientRect();
  const [left, top] = [area?.left ?? 0, area?.top ?? 0];
  return rectBetween(
    start.clientX - left,
    start.clientY - top,
    event.clientX - left,
    event.clientY - top,
  );
}

function selectWithin(handle: CanvasHandle, before: Selection, from: Point, to: Point): void {
  const { nodes, notes } = handle.scene.current;
  const box = rectBetween(from.x, from.y, to.x, to.y);
  const touched = (things: readonly (Rect & { readonly id: string })[]) =>
    thingsTouching(things, box).map(({ id }) => id);
  select(
    handle.view,
    {
      nodes: [...new Set([...before.nodes, ...touched(nodes)])],
      notes: [...new Set([...before.notes, ...touched(notes)])],
    },
    'canvas',
  );
}
