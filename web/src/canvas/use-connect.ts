import { checkConnection, type NodeId, type Point, type Snapshot } from '@portolan/model';
import { type PointerEvent as ReactPointerEvent, useMemo, useState } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { runEdit } from '../commands/run-edit.ts';
import type { CanvasHandle } from './canvas-handle.ts';
import { connectCommand, type LineEnd } from './connect-command.ts';
import { nodeAt, rowAt } from './hit-test.ts';
import { nodesIn, visibleRect } from './window.ts';

/** A line that the user is drawing. */
export interface DrawnLine {
  readonly from: Point;
  readonly to: Point;
  /** The side of the node that it was started from. */
  readonly side: 'left' | 'right';
  /** What letting go here would do, or why it would do nothing; null over nothing. */
  readonly verdict: { readonly ok: boolean; readonly text: string } | null;
  /** The pointer, in pixels of the canvas. */
  readonly pointer: Point;
}

export interface Connect {
  /** The line being drawn; null while there is none. */
  readonly line: StoreApi<DrawnLine | null>;
  /** Nodes in view that the line cannot lead to. */
  readonly refused: ReadonlySet<NodeId>;
  readonly onPointerDown: (event: ReactPointerEvent) => void;
}

const NONE: ReadonlySet<NodeId> = new Set();
const EDGE_ZONE = 32;
const PAN_STEP = 12;

/** Drawing of lines from a handle. Also joins nodes that are not mounted. */
export function useConnect(handle: CanvasHandle): Connect {
  const [refused, setRefused] = useState(NONE);
  const gesture = useMemo(() => {
    const line = createStore<DrawnLine | null>(() => null);
    const onPointerDown = (event: ReactPointerEvent) => {
      const start = event.button === 0 ? startOf(handle, event.target) : null;
      if (start === null) return;
      event.stopPropagation();
      // The focus would go to the node, which is not what is being acted on.
      event.preventDefault();
      const connection = new ConnectGesture(handle, line, start, () => setRefused(NONE));
      setRefused(connection.refusedInView());
    };
    return { line, onPointerDown };
  }, [handle]);
  return useMemo(() => ({ ...gesture, refused }), [gesture, refused]);
}

interface Start extends LineEnd {
  readonly side: 'left' | 'right';
  readonly from: Point;
}

function startOf(handle: CanvasHandle, target: EventTarget): Start | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-handle]') : null;
  const id = element?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  const node = id === undefined ? undefined : handle.scene.current.nodeById.get(id);
  const row = element?.dataset.row;
  if (element === null || node === undefined || row === undefined) return null;
  const side = element.dataset.handle === 'left' ? 'left' : 'right';
  const box = element.getBoundingClientRect();
  const from = handle.toScene(box.left + box.width / 2, box.top + box.height / 2);
  return { node, row, side, from };
}

/** From pressing a handle to letting go, or Escape. Listens to the window and takes all of it back. */
class ConnectGesture {
  readonly #handle: CanvasHandle;
  readonly #line: StoreApi<DrawnLine | null>;
  readonly #start: Start;
  readonly #onEnd: () => void;
  readonly #snapshot: Snapshot;
  readonly #reasons = new Map<NodeId, string | null>();
  readonly #listeners = new AbortController();
  #frame = 0;
  #pointer: { readonly x: number; readonly y: number } | null = null;

  constructor(
    handle: CanvasHandle,
    line: StoreApi<DrawnLine | null>,
    start: Start,
    onEnd: () => void,
  ) {
    this.#handle = handle;
    this.#line = line;
    this.#start = start;
    this.#onEnd = onEnd;
    this.#snapshot = handle.session.store.getState().snapshot;
    const options = { signal: this.#listeners.signal, capture: true };
    window.addEventListener('pointermove', (event) => this.#move(event), options);
    window.addEventListener('pointerup', (event) => this.#drop(event), options);
    window.addEventListener('pointercancel', () => this.#end(), options);
    window.addEventListener('blur', () => this.#end(), options);
    window.addEventListener('keydown', (event) => this.#key(event), options);
  }

  refusedInView(): ReadonlySet<NodeId> {
    const view = visibleRect(this.#handle.viewport(), this.#handle.size());
    const nodes = nodesIn(this.#handle.scene.current, view);
    return new Set(nodes.filter(({ id }) => this.#reasonAgainst(id) !== null).map(({ id }) => id));
  }

  /** Why the line cannot lead to this node; null where it can. */
  #reasonAgainst(id: NodeId): string | null {
    if (id === this.#start.node.id) return null;
    const known = this.#reasons.get(id);
    if (known !== undefined) return known;
    const [source, target] =
      this.#start.side === 'right' ? [this.#start.node.id, id] : [id, this.#start.node.id];
    const check = checkConnection(this.#snapshot, source, target);
    const reason = check.ok ? null : check.reason;
    this.#reasons.set(id, reason);
    return reason;
  }

  #move(event: PointerEvent): void {
    this.#pointer = { x: event.clientX, y: event.clientY };
    this.#draw();
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#pan());
  }

  #draw(): void {
    if (this.#pointer === null) return;
    const to = this.#handle.toScene(this.#pointer.x, this.#pointer.y);
    const { from, side } = this.#start;
    const box = this.#handle.root.current?.getBoundingClientRect();
    const pointer = {
      x: this.#pointer.x - (box?.left ?? 0),
      y: this.#pointer.y - (box?.top ?? 0),
    };
    this.#line.setState({ from, to, side, verdict: this.#verdictAt(to), pointer }, true);
  }

  #verdictAt(point: Point): DrawnLine['verdict'] {
    const target = nodeAt(this.#handle.scene.current, point.x, point.y);
    if (target === undefined || target.id === this.#start.node.id) return null;
    const reason = this.#reasonAgainst(target.id);
    return reason === null
      ? { ok: true, text: `Connect to ${target.node.kind} ${target.node.name}` }
      : { ok: false, text: reason };
  }

  /** Near the border of the canvas, what is in view moves along. */
  #pan(): void {
    this.#frame = 0;
    const box = this.#handle.root.current?.getBoundingClientRect();
    if (this.#pointer === null || box === undefined || this.#listeners.signal.aborted) return;
    const x = pull(this.#pointer.x, box.left, box.right);
    const y = pull(this.#pointer.y, box.top, box.bottom);
    if (x === 0 && y === 0) return;
    this.#handle.panBy(x, y);
    this.#draw();
    this.#frame = requestAnimationFrame(() => this.#pan());
  }

  #drop(event: PointerEvent): void {
    this.#end();
    const point = this.#handle.toScene(event.clientX, event.clientY);
    const node = nodeAt(this.#handle.scene.current, point.x, point.y);
    if (node === undefined || node.id === this.#start.node.id) return;
    const there: LineEnd = { node, row: rowAt(node, point.y) };
    const [source, target] =
      this.#start.side === 'right' ? [this.#start, there] : [there, this.#start];
    swallowNextClick();
    runEdit(this.#handle, connectCommand(source, target));
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#end();
  }

  #end(): void {
    this.#listeners.abort();
    cancelAnimationFrame(this.#frame);
    this.#line.setState(null, true);
    this.#onEnd();
  }
}

/** Letting go over another element makes a click on what holds both, which nobody meant. */
function swallowNextClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}

function pull(position: number, from: number, to: number): number {
  if (position < from + EDGE_ZONE) return PAN_STEP;
  return position > to - EDGE_ZONE ? -PAN_STEP : 0;
}
