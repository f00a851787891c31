import type { Scene } from '@portolan/model';
import { type FocusEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useViewState } from '../view-state/view-context.ts';
import { type CanvasTarget, requestReveal, type ViewState } from '../view-state/view-state.ts';
import type { CanvasHandle } from './canvas-handle.ts';
import { isInScene, neighbourOf } from './gestures/walk.ts';

/** The keyboard focus on nodes and edges, which are mounted for it where they are not yet. */
export interface CanvasFocus {
  focus(target: CanvasTarget): void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** Frames to wait for what is to be focused to be mounted. */
const PATIENCE = 12;

const selectRequest = (state: ViewState) => state.focus;

/** What had the focus last, and the scene in which it was last seen. */
interface Memory {
  readonly target: CanvasTarget;
  readonly scene: Scene;
}

/**
 * The focus, and the node or edge that has or gets it, so that it can be kept mounted. When that is
 * deleted, what stands next to it gets the focus. Answers to the focus requests of other panes.
 */
export function useCanvasFocus(
  handle: CanvasHandle,
  scene: Scene,
): readonly [CanvasFocus, focused: CanvasTarget | null] {
  const [focused, setFocused] = useState<CanvasTarget | null>(null);
  const memory = useRef<Memory | null>(null);
  const focus = useMemo<CanvasFocus>(
    () => ({
      focus: (target) => {
        memory.current = { target, scene: handle.scene.current };
        setFocused(target);
        focusWhenMounted(handle, target, PATIENCE);
      },
      onFocus: () => {
        const target = focusedTarget(handle);
        if (target !== null) memory.current = { target, scene: handle.scene.current };
        setFocused((before) => sameOr(before, target));
      },
      onBlur: ({ currentTarget, relatedTarget }) => {
        const stays = relatedTarget instanceof Element && currentTarget.contains(relatedTarget);
        // Without a new place for the focus it may only be that the window lost it.
        if (!stays && relatedTarget !== null) setFocused(null);
      },
    }),
    [handle],
  );
  const regain = useMemo(() => () => focusNearest(handle, focus, memory.current), [handle, focus]);
  useDeletedFocus(handle, scene, memory, regain);
  useFocusRequests(focus, regain);
  return [focus, focused];
}

/** Moves the focus on before what has it goes, so that it is never nowhere. */
function useDeletedFocus(
  handle: CanvasHandle,
  scene: Scene,
  memory: { current: Memory | null },
  regain: () => void,
): void {
  useLayoutEffect(() => {
    const last = memory.current;
    if (last === null) return;
    if (isInScene(scene, last.target)) {
      memory.current = { ...last, scene };
      return;
    }
    const active = focusedTarget(handle);
    const isHere = active?.kind === last.target.kind && active.id === last.target.id;
    if (isHere || document.activeElement === document.body) regain();
  }, [handle, scene, memory, regain]);
}

function useFocusRequests(focus: CanvasFocus, regain: () => void): void {
  const request = useViewState(selectRequest);
  const answered = useRef(request?.count ?? 0);
  useEffect(() => {
    if (request === null || request.count === answered.current) return;
    answered.current = request.count;
    if (request.target === null) regain();
    // After the menu or dialog that it came from has given the focus back itself.
    else requestAnimationFrame(() => request.target !== null && focus.focus(request.target));
  }, [request, focus, regain]);
}

/** Focuses what had the focus last; where that is gone, what stood next to it; else the canvas. */
function focusNearest(handle: CanvasHandle, focus: CanvasFocus, last: Memory | null): void {
  const scene = handle.scene.current;
  const target = last === null ? null : neighbourOf(last.scene, last.target, scene);
  if (target === null) {
    handle.root.current?.focus({ preventScroll: true });
    return;
  }
  requestReveal(handle.view, target);
  focus.focus(target);
}

/** The node, edge or note that has the focus, or what is in it. */
export function focusedTarget(handle: CanvasHandle): CanvasTarget | null {
  const active = document.activeElement;
  if (active === null || !handle.root.current?.contains(active)) return null;
  const node = active.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  if (node !== undefined) return { kind: 'node', id: node };
  const edge = active.closest<SVGElement>('[data-edge]')?.dataset.edge;
  if (edge !== undefined) return { kind: 'edge', id: edge };
  const note = active.closest<HTMLElement>('[data-note]')?.dataset.note;
  return note === undefined ? null : { kind: 'note', id: note };
}

const SELECTORS: Readonly<Record<CanvasTarget['kind'], string>> = {
  node: '.react-flow__node[data-id',
  edge: '[data-edge',
  note: '[data-note',
};

/** The element of a node, edge or note, where it has one. */
export function findElement(
  { root }: CanvasHandle,
  { kind, id }: CanvasTarget,
): HTMLElement | null {
  const name = `${SELECTORS[kind]}="${CSS.escape(id)}"]`;
  return root.current?.querySelector<HTMLElement>(name) ?? null;
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
