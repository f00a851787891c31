import { type FocusEvent, useMemo, useState } from 'react';
import type { CanvasTarget } from '../view-state/view-state.ts';
import type { CanvasHandle } from './canvas-handle.ts';

/** The keyboard focus on nodes and edges, which are mounted for it where they are not yet. */
export interface CanvasFocus {
  focus(target: CanvasTarget): void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** Frames to wait for what is to be focused to be mounted. */
const PATIENCE = 12;

/** The focus, and the node or edge that has or gets it, so that it can be kept mounted. */
export function useCanvasFocus(
  handle: CanvasHandle,
): readonly [CanvasFocus, focused: CanvasTarget | null] {
  const [focused, setFocused] = useState<CanvasTarget | null>(null);
  const focus = useMemo<CanvasFocus>(
    () => ({
      focus: (target) => {
        setFocused(target);
        focusWhenMounted(handle, target, PATIENCE);
      },
      onFocus: () => setFocused((before) => sameOr(before, focusedTarget(handle))),
      onBlur: ({ currentTarget, relatedTarget }) => {
        const stays = relatedTarget instanceof Element && currentTarget.contains(relatedTarget);
        // Without a new place for the focus it may only be that the window lost it.
        if (!stays && relatedTarget !== null) setFocused(null);
      },
    }),
    [handle],
  );
  return [focus, focused];
}

/** The node or edge that has the focus, or what is in it. */
export function focusedTarget(handle: CanvasHandle): CanvasTarget | null {
  const active = document.activeElement;
  if (active === null || !handle.root.current?.contains(active)) return null;
  const node = active.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  if (node !== undefined) return { kind: 'node', id: node };
  const edge = active.closest<SVGElement>('[data-edge]')?.dataset.edge;
  return edge === undefined ? null : { kind: 'edge', id: edge };
}

/** The element of a node or edge, where it has one. */
export function findElement(
  { root }: CanvasHandle,
  { kind, id }: CanvasTarget,
): HTMLElement | null {
  const name = kind === 'node' ? '.react-flow__node[data-id' : '[data-edge';
  return root.current?.querySelector<HTMLElement>(`${name}="${CSS.escape(id)}"]`) ?? null;
}

function focusWhenMounted(handle: CanvasHandle, target: CanvasTarget, frames: number): void {
  const element = findElement(handle, target);
  if (element) element.focus({ preventScroll: true });
  else if (frames > 0) {
    requestAnimationFrame(() => focusWhenMounted(handle, target, frames - 1));
  }
}

function sameOr(before: CanvasTarget | null, now: CanvasTarget | null): CanvasTarget | null {
  return before?.kind === now?.kind && before?.id === now?.id ? before : now;
}
