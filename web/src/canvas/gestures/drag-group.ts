import type { Point } from '@portolan/model';
import type { PointerEvent as ReactPointerEvent } from 'react';
import type { CanvasHandle } from '../canvas-handle.ts';
import { putCopies } from './drag-copies.ts';
import { swallowClick } from './swallow-click.ts';

/** What is dragged by one handle. */
export interface DraggedGroup {
  /** Of nodes, also of such that are not shown by themselves, and of notes. */
  readonly ids: readonly string[];
  /** For the undo list, such as "Move namespace shop". */
  readonly label: string;
  /** Whether Alt puts copies where it is let go. */
  readonly mayCopy?: boolean;
}

type Places = ReadonlyMap<string, Point>;

/** So far a pointer may move and still only click. */
const CLICK_REACH = 3;

/**
 * Lets the nodes of a group follow the pointer; `show` hears where they are, or where their copies
 * would come to stand, and null at the end.
 * Their places are written once, when the pointer is let go. Escape puts them back.
 */
export function startGroupDrag(
  handle: CanvasHandle,
  start: ReactPointerEvent,
  { ids, label, mayCopy = false }: DraggedGroup,
  show: (places: Places | null, isCopying?: boolean) => void,
): void {
  if (start.button !== 0 || handle.session.readOnlyReason !== null) return;
  const { positions, arrangement } = handle.session.store.getState();
  const notes = new Map(arrangement.notes.map((note) => [note.id, note]));
  const origins = ids.flatMap((id) => {
    const place = positions.get(id) ?? notes.get(id);
    return place === undefined ? [] : [[id, place] as const];
  });
  const { zoom } = handle.viewport();
  let moved: Places | null = null;
  const listeners = new AbortController();
  const end = () => {
    listeners.abort();
    show(null);
  };
  const move = (event: PointerEvent) => {
    const [x, y] = [event.clientX - start.clientX, event.clientY - start.clientY];
    if (moved === null && Math.hypot(x, y) < CLICK_REACH) return;
    if (moved === null) swallowClick();
    const by = { x: Math.round(x / zoom), y: Math.round(y / zoom) };
    moved = new Map(origins.map(([id, place]) => [id, { x: place.x + by.x, y: place.y + by.y }]));
    show(moved, mayCopy && event.altKey);
  };
  const drop = ({ altKey }: PointerEvent) => {
    const isCopied = moved !== null && mayCopy && altKey && putCopies(handle, moved);
    if (moved !== null && !isCopied) handle.session.moveNodes(moved, label);
    end();
  };
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    end();
  };
  const options = { signal: listeners.signal, capture: true };
  window.addEventListener('pointermove', move, options);
  window.addEventListener('pointerup', drop, options);
  window.addEventListener('pointercancel', end, options);
  window.addEventListener('keydown', cancel, options);
}
