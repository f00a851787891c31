import type { Rect } from '@portolan/model';
import type { PointerEvent as ReactPointerEvent } from 'react';
import type { CanvasHandle } from '../canvas-handle.ts';

/** What is dragged: a thing as a whole, or its lower right corner. */
export interface DraggedRect {
  readonly rect: Rect;
  readonly part: 'place' | 'size';
  readonly least: { readonly width: number; readonly height: number };
}

const CLICK_REACH = 3;

/**
 * Lets a rectangle of the map, or its size, follow the pointer. `show` hears how it is, and null at
 * the end; `drop` once, when the pointer is let go. Escape puts it back.
 */
export function dragRect(
  handle: CanvasHandle,
  start: ReactPointerEvent,
  { rect, part, least }: DraggedRect,
  show: (rect: Rect | null) => void,
  drop: (rect: Rect) => void,
): void {
  if (start.button !== 0) return;
  const { zoom } = handle.viewport();
  let moved: Rect | null = null;
  const listeners = new AbortController();
  const end = () => {
    listeners.abort();
    show(null);
  };
  const move = (event: PointerEvent) => {
    const [x, y] = [event.clientX - start.clientX, event.clientY - start.clientY];
    if (moved === null && Math.hypot(x, y) < CLICK_REACH) return;
    const by = { x: Math.round(x / zoom), y: Math.round(y / zoom) };
    const { width, height } = rect;
    moved =
      part === 'place'
        ? { x: rect.x + by.x, y: rect.y + by.y, width, height }
        : {
            x: rect.x,
            y: rect.y,
            width: Math.max(least.width, width + by.x),
            height: Math.max(least.height, height + by.y),
          };
    show(moved);
  };
  const options = { signal: listeners.signal, capture: true };
  window.addEventListener('pointermove', move, options);
  window.addEventListener(
    'pointerup',
    () => {
      if (moved !== null) drop(moved);
      end();
    },
    options,
  );
  window.addEventListener('pointercancel', end, options);
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end();
    },
    options,
  );
}
