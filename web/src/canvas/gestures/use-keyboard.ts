import type { Point, SceneNode } from '@portolan/model';
import { type KeyboardEvent, useMemo } from 'react';
import { showFields } from '../../commands/pane-commands.ts';
import { tellReadOnly } from '../../commands/tell-read-only.ts';
import { type CanvasTarget, requestReveal, select } from '../../view-state/view-state.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import { type CanvasFocus, focusedTarget } from '../use-canvas-focus.ts';
import { moveLabel, type NodeDrag, placesOf } from './use-node-drag.ts';
import { selectTarget } from './use-pointer.ts';
import { type Direction, edgesOfNode, nextInOrder, pathOf, walk } from './walk.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const STEPS: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};
/** The distance of the dots behind the nodes. */
const GRID = 24;
const LONG_NUDGE = 5;

/** What keys do on the canvas, beside the shortcuts of commands. */
export function useKeyboard(
  handle: CanvasHandle,
  focus: CanvasFocus,
  drag: NodeDrag,
): (event: KeyboardEvent) => void {
  const { cancel } = drag;
  return useMemo(() => {
    const keys = new CanvasKeys(handle, focus, cancel);
    return (event) => {
      if (isElsewhere(handle, event.target) || !keys.press(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
  }, [handle, focus, cancel]);
}

/** One key each; all give whether the key meant something. */
class CanvasKeys {
  readonly #handle: CanvasHandle;
  readonly #focus: CanvasFocus;
  readonly #cancelDrag: () => boolean;

  constructor(handle: CanvasHandle, focus: CanvasFocus, cancelDrag: () => boolean) {
    this.#handle = handle;
    this.#focus = focus;
    this.#cancelDrag = cancelDrag;
  }

  press(event: KeyboardEvent): boolean {
    const arrow = ARROWS[event.key];
    const command = event.ctrlKey || event.metaKey;
    if (arrow !== undefined && !command) return this.#arrow(arrow, event);
    if (event.key.toLowerCase() === 'a' && command && !event.shiftKey) return this.#selectAll();
    if (command || event.altKey) return false;
    switch (event.key) {
      case 'Tab':
        return this.#tab(event);
      case 'Escape':
        return this.#escape();
      case 'Enter':
        return this.#open(event);
      case ' ':
        return this.#choose(event);
      case 'e':
        return this.#nextEdge();
      default:
        return false;
    }
  }

  #tab(event: KeyboardEvent): boolean {
    const target = this.#focusedOnMap();
    if (target === null && !this.#isOnRoot(event)) return false;
    // Backwards from the canvas itself leads out of it.
    if (target === null && event.shiftKey) return false;
    const scene = this.#handle.scene.current;
    const from = target?.kind === 'edge' ? this.#ends(target.id)?.source.id : target?.id;
    const next = nextInOrder(scene, from ?? null, event.shiftKey ? -1 : 1);
    if (next !== undefined) return this.#goTo(next);
    if (!event.shiftKey) return false;
    this.#handle.root.current?.focus();
    return true;
  }

  #escape(): boolean {
    if (this.#cancelDrag()) return true;
    // A trace ends before the selection does, by its command.
    if (this.#handle.session.tracing.store.getState().request !== null) return false;
    const { nodes, edges, notes } = this.#handle.view.getState().selection;
    if (nodes.length + edges.length + notes.length === 0) return false;
    select(this.#handle.view, {}, 'canvas');
    return true;
  }

  #choose(event: KeyboardEvent): boolean {
    const target = focusedTarget(this.#handle);
    if (target === null || isOnControl(event.target)) return false;
    selectTarget(this.#handle, target, event.shiftKey);
    return true;
  }

  #open(event: KeyboardEvent): boolean {
    const target = focusedTarget(this.#handle);
    if (target === null || isOnControl(event.target)) return false;
    selectTarget(this.#handle, target, false);
    showFields(this.#handle.view);
    return true;
  }

  #selectAll(): boolean {
    const { nodes, notes } = this.#handle.scene.current;
    const ids = { nodes: nodes.map(({ id }) => id), notes: notes.map(({ id }) => id) };
    select(this.#handle.view, ids, 'canvas');
    return true;
  }

  #arrow(direction: Direction, event: KeyboardEvent): boolean {
    if (event.altKey) return this.#nudge(direction, event.shiftKey ? LONG_NUDGE : 1);
    const target = this.#focusedOnMap();
    const scene = this.#handle.scene.current;
    if (target === null) {
      const first = nextInOrder(scene, null, 1);
      return first !== undefined && this.#goTo(first);
    }
    if (target.kind === 'edge') return this.#alongEdge(target.id, direction);
    if (event.shiftKey && (direction === 'left' || direction === 'right')) {
      select(this.#handle.view, { nodes: [...pathOf(scene, target.id, direction)] }, 'canvas');
      return true;
    }
    const next = walk(scene, target.id, direction);
    if (next !== undefined) this.#goTo(next);
    return true;
  }

  #alongEdge(id: string, direction: Direction): boolean {
    const ends = this.#ends(id);
    if (ends === undefined) return false;
    if (direction === 'left') return this.#goTo(ends.source);
    if (direction === 'right') return this.#goTo(ends.target);
    const siblings = edgesOfNode(this.#handle.scene.current, ends.source.id);
    const index = siblings.findIndex((edge) => edge.id === id);
    const next = siblings[index + (direction === 'down' ? 1 : -1)];
    if (next !== undefined) this.#focus.focus({ kind: 'edge', id: next.id });
    return true;
  }

  #nextEdge(): boolean {
    const target = focusedTarget(this.#handle);
    if (target?.kind !== 'node') return false;
    const edges = edgesOfNode(this.#handle.scene.current, target.id);
    const edge = edges.find(({ source }) => source.id === target.id) ?? edges[0];
    if (edge === undefined) return true;
    requestReveal(this.#handle.view, { kind: 'edge', id: edge.id });
    this.#focus.focus({ kind: 'edge', id: edge.id });
    return true;
  }

  #nudge(direction: Direction, steps: number): boolean {
    const { nodes, notes } = this.#handle.view.getState().selection;
    const focused = focusedTarget(this.#handle);
    const selected = [...nodes, ...notes];
    const isAlone = selected.length === 0 && focused !== null && focused.kind !== 'edge';
    const moved = new Map<string, Point>();
    for (const [id, place] of placesOf(this.#handle, isAlone ? [focused.id] : selected)) {
      moved.set(id, shifted(place, STEPS[direction], steps * GRID));
    }
    if (moved.size === 0) return false;
    tellReadOnly(this.#handle);
    this.#handle.session.nudgeNodes(moved, moveLabel(this.#handle, moved));
    return true;
  }

  /** Notes stand beside the map: what walks it does not begin at one. */
  #focusedOnMap(): CanvasTarget | null {
    const target = focusedTarget(this.#handle);
    return target?.kind === 'note' ? null : target;
  }

  #goTo(node: SceneNode): boolean {
    requestReveal(this.#handle.view, { kind: 'node', id: node.id });
    this.#focus.focus({ kind: 'node', id: node.id });
    return true;
  }

  #ends(id: string): { readonly source: SceneNode; readonly target: SceneNode } | undefined {
    return this.#handle.scene.current.edges.find((edge) => edge.id === id);
  }

  #isOnRoot(event: KeyboardEvent): boolean {
    return event.target === this.#handle.root.current;
  }
}

function shifted({ x, y }: Point, step: Point, distance: number): Point {
  return { x: x + step.x * distance, y: y + step.y * distance };
}

/** Menus and dialogs of the canvas, whose events React brings here, and text fields. */
function isElsewhere({ root }: CanvasHandle, target: EventTarget): boolean {
  if (!(target instanceof Element) || !root.current?.contains(target)) return true;
  return (
    target.closest('input, textarea, [contenteditable], [role="menu"], [role="dialog"]') !== null
  );
}

function isOnControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a') !== null;
}
