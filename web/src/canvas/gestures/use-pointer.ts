import { type MouseEvent, useMemo, useRef } from 'react';
import { showText } from '../../commands/show-text.ts';
import { type CanvasTarget, hover, select } from '../../view-state/view-state.ts';
import { fitViewport } from '../camera/fit-viewport.ts';
import type { Camera } from '../camera/use-camera.ts';
import type { Detail } from '../camera/window.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import type { LineOffer } from '../lines/line-task.ts';
import { edgeAt, nodeAt } from '../painting/hit-test.ts';
import { findElement } from '../use-canvas-focus.ts';

/** Where the menu is open, and about what; null target: the pane. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
  readonly target: CanvasTarget | null;
  /** The row of the node that it is about; absent: the node as a whole. */
  readonly row?: string | undefined;
  /** What can come here, at the end of a line that was let go. */
  readonly offer?: LineOffer;
}

/** Handlers for the element around the canvas, for what is painted and not mounted. */
export interface PointerHandlers {
  readonly onClick: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
  readonly onMouseMove: (event: MouseEvent) => void;
  readonly onMouseLeave: () => void;
}

const EDGE_REACH = 7;
/** With more edges than this, those in view may be painted from near too. */
const MOST_EDGES_NEAR = 300;

/** What the mouse does on nodes, edges and the pane, mounted or painted. */
export function usePointer(
  handle: CanvasHandle,
  camera: Camera,
  detail: Detail,
  openMenu: (place: MenuPlace) => void,
): PointerHandlers {
  const now = useRef(detail);
  now.current = detail;
  return useMemo(() => {
    const find = (event: MouseEvent) => targetAt(handle, event, now.current);
    return {
      onClick: (event) => {
        if (isOwnControl(event.target)) return;
        const target = find(event);
        const adds = event.shiftKey || event.ctrlKey || event.metaKey;
        if (target === 'outside') return;
        if (target !== null) selectTarget(handle, target, adds);
        else if (!adds) select(handle.view, {}, 'canvas');
        takeFocus(handle, target);
      },
      onDoubleClick: (event) => {
        if (isOwnControl(event.target)) return;
        const target = find(event);
        if (target === 'outside') return;
        if (target === null) {
          if (canWrite(handle)) openMenu({ x: event.clientX, y: event.clientY, target });
          return;
        }
        const node = target.kind === 'node' ? handle.scene.current.nodeById.get(target.id) : null;
        if (now.current === 'far' && node) camera.moveTo(fitViewport(node, handle.size()));
        else showText(handle, target);
      },
      onContextMenu: (event) => {
        const target = find(event);
        if (target === 'outside') return;
        event.preventDefault();
        if (target !== null && !isSelected(handle, target)) selectTarget(handle, target, false);
        openMenu({ ...menuPoint(event), target, row: rowOf(event.target) });
      },
      onMouseMove: (event) => {
        if (event.buttons !== 0) return;
        const target = find(event);
        hover(handle.view, target === 'outside' ? null : target);
      },
      onMouseLeave: () => hover(handle.view, null),
    };
  }, [handle, camera, openMenu]);
}

/** Selects a node, an edge or a note; `adds`: beside what is selected, or not any more. */
export function selectTarget(
  { view }: Pick<CanvasHandle, 'view'>,
  { kind, id }: CanvasTarget,
  adds: boolean,
): void {
  const part = PARTS[kind];
  const { selection } = view.getState();
  const ids = selection[part];
  const toggled = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
  select(view, adds ? { ...selection, [part]: toggled } : { [part]: [id] }, 'canvas');
}

const PARTS = { node: 'nodes', edge: 'edges', note: 'notes' } as const;

/** Whether a node, an edge or a note is selected. */
export function isSelected(
  { view }: Pick<CanvasHandle, 'view'>,
  { kind, id }: CanvasTarget,
): boolean {
  return view.getState().selection[PARTS[kind]].includes(id);
}

/** What is clicked has the keys from then on, also where the browser did not see it that way. */
function takeFocus(handle: CanvasHandle, target: CanvasTarget | null): void {
  const root = handle.root.current;
  if (root === null || root.contains(document.activeElement)) return;
  const element = target === null ? null : findElement(handle, target);
  (element ?? root).focus({ preventScroll: true });
}

function targetAt(
  handle: CanvasHandle,
  event: MouseEvent,
  detail: Detail,
): CanvasTarget | 'outside' | null {
  const { target } = event;
  if (!(target instanceof Element)) return 'outside';
  const node =
    target.closest<HTMLElement>('.react-flow__node')?.dataset.id ??
    target.closest<HTMLElement>('[data-toolbar-of]')?.dataset.toolbarOf;
  if (node !== undefined) return { kind: 'node', id: node };
  const edge =
    target.closest<SVGElement>('[data-edge]')?.dataset.edge ??
    target.closest<HTMLElement>('[data-grip]')?.dataset.gripEdge;
  if (edge !== undefined) return { kind: 'edge', id: edge };
  const note = target.closest<HTMLElement>('[data-note]')?.dataset.note;
  if (note !== undefined) return { kind: 'note', id: note };
  if (!target.matches('.react-flow__pane') && target !== handle.root.current) return 'outside';
  const { x, y } = handle.toScene(event.clientX, event.clientY);
  const scene = handle.scene.current;
  const painted = nodeAt(scene, x, y);
  if (painted !== undefined) return { kind: 'node', id: painted.id };
  if (detail === 'near' && scene.edges.length <= MOST_EDGES_NEAR) return null;
  const line = edgeAt(scene, x, y, EDGE_REACH / handle.viewport().zoom);
  return line === undefined ? null : { kind: 'edge', id: line.id };
}

function canWrite({ session }: CanvasHandle): boolean {
  return session.readOnlyReason === null;
}

/** Buttons in a node do what they say, and do not select it as well. */
function isOwnControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, input, textarea') !== null;
}

function rowOf(target: EventTarget): string | undefined {
  return target instanceof Element
    ? target.closest<HTMLElement>('[data-row]')?.dataset.row
    : undefined;
}

/** The pointer; where the menu was opened by a key, the middle of what has the focus. */
function menuPoint(event: MouseEvent): { readonly x: number; readonly y: number } {
  const byKey = event.clientX === 0 && event.clientY === 0;
  if (!byKey || !(event.target instanceof Element)) return { x: event.clientX, y: event.clientY };
  const box = event.target.getBoundingClientRect();
  return { x: box.left + Math.min(48, box.width / 2), y: box.top + Math.min(32, box.height / 2) };
}
