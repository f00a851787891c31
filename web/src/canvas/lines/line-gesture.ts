import type { NodeId, Point } from '@portolan/model';
import type { StoreApi } from 'zustand/vanilla';
import { requestFocus } from '../../view-state/view-state.ts';
import { nodesIn, visibleRect } from '../camera/window.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import { nodeAt, rowAt } from '../painting/hit-test.ts';
import type { LineEnd } from './connect-command.ts';
import type { LineTask, LineVerdict } from './line-task.ts';

/** A line that the user is drawing. */
export interface DrawnLine extends Pick<LineTask, 'from' | 'side'> {
  readonly to: Point;
  /** null over nothing. */
  readonly verdict: LineVerdict | null;
  /** The pointer, in pixels of the canvas. */
  readonly pointer: Point;
}

/** Less is a click. */
const LEAST_WAY = 3;
const EDGE_ZONE = 32;
const PAN_STEP = 12;

/** Hears of a line that is drawn. */
export interface LineListener {
  /** It begins; these nodes in view it cannot lead to. */
  onStart(refused: ReadonlySet<NodeId>): void;
  /** It is let go where nothing is, at this point of the window. */
  onNothing(point: Point): void;
  onEnd(): void;
}

/**
 * From pressing a handle or the end of an edge to letting go, or Escape. Listens to the window and
 * takes all of it back.
 */
export class LineGesture {
  readonly #handle: CanvasHandle;
  readonly #line: StoreApi<DrawnLine | null>;
  readonly #task: LineTask;
  readonly #listener: LineListener;
  readonly #pressed: Point;
  readonly #verdicts = new Map<string, LineVerdict | null>();
  readonly #listeners = new AbortController();
  #frame = 0;
  /** null until it has moved. */
  #pointer: Point | null = null;

  constructor(
    handle: CanvasHandle,
    line: StoreApi<DrawnLine | null>,
    task: LineTask,
    pressed: Point,
    listener: LineListener,
  ) {
    this.#handle = handle;
    this.#line = line;
    this.#task = task;
    this.#pressed = pressed;
    this.#listener = listener;
    const options = { signal: this.#listeners.signal, capture: true };
    window.addEventListener('pointermove', (event) => this.#move(event), options);
    window.addEventListener('pointerup', (event) => this.#drop(event), options);
    window.addEventListener('pointercancel', () => this.#end(), options);
    window.addEventListener('blur', () => this.#end(), options);
    window.addEventListener('keydown', (event) => this.#key(event), options);
  }

  #refusedInView(): ReadonlySet<NodeId> {
    const view = visibleRect(this.#handle.viewport(), this.#handle.size());
    const nodes = nodesIn(this.#handle.scene.current, view);
    const refused = nodes.filter((node) => this.#judge({ node, row: null })?.ok === false);
    return new Set(refused.map(({ id }) => id));
  }

  #judge(end: LineEnd): LineVerdict | null {
    const key = `${end.node.id} ${end.row}`;
    const known = this.#verdicts.get(key);
    if (known !== undefined) return known;
    const verdict = this.#task.judge(end);
    this.#verdicts.set(key, verdict);
    return verdict;
  }

  #move({ clientX: x, clientY: y }: PointerEvent): void {
    if (this.#pointer === null) {
      const way = Math.hypot(x - this.#pressed.x, y - this.#pressed.y);
      if (way < LEAST_WAY) return;
      this.#listener.onStart(this.#refusedInView());
    }
    this.#pointer = { x, y };
    this.#draw();
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#pan());
  }

  #draw(): void {
    if (this.#pointer === null) return;
    const to = this.#handle.toScene(this.#pointer.x, this.#pointer.y);
    const { from, side } = this.#task;
    const end = this.#endAt(to);
    const verdict = end === null ? null : this.#judge(end);
    const box = this.#handle.root.current?.getBoundingClientRect();
    const pointer = {
      x: this.#pointer.x - (box?.left ?? 0),
      y: this.#pointer.y - (box?.top ?? 0),
    };
    this.#line.setState({ from, to, side, verdict, pointer }, true);
  }

  #endAt({ x, y }: Point): LineEnd | null {
    const node = nodeAt(this.#handle.scene.current, x, y);
    return node === undefined ? null : { node, row: rowAt(node, y) };
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
    if (this.#pointer === null) {
      // A click after all, from which pressing took the focus.
      requestFocus(this.#handle.view, this.#task.pressed);
      return;
    }
    const end = this.#endAt(this.#handle.toScene(event.clientX, event.clientY));
    swallowNextClick();
    if (end === null) {
      if (this.#isOnPane(event)) this.#listener.onNothing({ x: event.clientX, y: event.clientY });
      return;
    }
    this.#task.drop(end);
  }

  #isOnPane({ target }: PointerEvent): boolean {
    return target instanceof Element && target.matches('.react-flow__pane');
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
    this.#listener.onEnd();
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
