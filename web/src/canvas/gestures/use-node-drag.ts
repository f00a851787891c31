import type { NodeId, Point, Rect } from '@portolan/model';
import type { OnNodeDrag } from '@xyflow/react';
import { type PointerEvent as ReactPointerEvent, useMemo, useRef, useState } from 'react';
import { select } from '../../view-state/view-state.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import type { FlowNode } from '../nodes/to-flow.ts';
import { copiedRects, putCopies } from './drag-copies.ts';
import { type DraggedGroup, startGroupDrag } from './drag-group.ts';

/** Where the dragged nodes and notes are at the moment, by their ids. */
export type Dragged = ReadonlyMap<string, Point>;

interface Gesture {
  readonly held: NodeId;
  readonly origins: Dragged;
  cancelled: boolean;
}

/** What is being dragged, and the handlers for React Flow. */
export interface NodeDrag {
  /** null while nothing is dragged, or only copies are. */
  readonly dragged: Dragged | null;
  /** Where copies would come to stand, while Alt is held. */
  readonly copies: readonly Rect[];
  readonly onNodeDragStart: OnNodeDrag<FlowNode>;
  readonly onNodeDrag: OnNodeDrag<FlowNode>;
  readonly onNodeDragStop: OnNodeDrag<FlowNode>;
  /** Drags these nodes together from here on, until the pointer is let go. */
  readonly startGroup: (event: ReactPointerEvent, group: DraggedGroup) => void;
  /** Puts everything back where it was. Gives whether there was something to put back. */
  readonly cancel: () => boolean;
}

interface Shown {
  readonly dragged: Dragged | null;
  readonly copies: readonly Rect[];
}

const NOTHING: Shown = { dragged: null, copies: [] };

/**
 * Dragging of nodes. The whole selection follows the node that is held, mounted or not; the text
 * position is written once, when it is let go. With Alt held then, copies are put there instead.
 */
export function useNodeDrag(handle: CanvasHandle): NodeDrag {
  const [shown, setShown] = useState(NOTHING);
  const gesture = useRef<Gesture | null>(null);
  const handlers = useMemo(() => {
    const moved = (node: FlowNode): Dragged | null => {
      const now = gesture.current;
      if (now === null || now.cancelled) return null;
      return movedBy(now, node.position);
    };
    const show = (next: Dragged | null, isCopying = false): void => {
      const copies = isCopying && next !== null ? copiedRects(handle, next) : [];
      setShown(copies.length > 0 ? { dragged: null, copies } : { ...NOTHING, dragged: next });
    };
    return {
      onNodeDragStart: (_event: unknown, node: FlowNode) => {
        gesture.current = { held: node.id, origins: originsOf(handle, node.id), cancelled: false };
      },
      onNodeDrag: ({ altKey }: { readonly altKey: boolean }, node: FlowNode) => {
        const next = moved(node);
        if (next === null) return;
        show(next, altKey);
      },
      onNodeDragStop: ({ altKey }: { readonly altKey: boolean }, node: FlowNode) => {
        const next = moved(node);
        gesture.current = null;
        setShown(NOTHING);
        if (next === null) return;
        if (altKey && putCopies(handle, rounded(next))) return;
        handle.session.moveNodes(rounded(next), moveLabel(handle, next));
      },
      startGroup: (event: ReactPointerEvent, group: DraggedGroup) => {
        startGroupDrag(handle, event, group, show);
      },
      cancel: () => {
        if (gesture.current === null || gesture.current.cancelled) return false;
        gesture.current.cancelled = true;
        setShown(NOTHING);
        return true;
      },
    };
  }, [handle]);
  return useMemo(() => ({ ...shown, ...handlers }), [shown, handlers]);
}

/** "Move cart", "Move 3 nodes", "Move 2 nodes and 1 note": for the undo list. */
export function moveLabel({ scene }: CanvasHandle, moved: Dragged): string {
  const { nodeById } = scene.current;
  const [only, another] = moved.keys();
  const node = only === undefined ? undefined : nodeById.get(only)?.node;
  if (another === undefined) return node === undefined ? 'Move a note' : `Move ${node.name}`;
  const nodes = [...moved.keys()].filter((id) => nodeById.has(id)).length;
  const notes = moved.size - nodes;
  const parts = [counted(nodes, 'node'), counted(notes, 'note')];
  return `Move ${parts.filter((part) => part !== '').join(' and ')}`;
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Where nodes and notes of these ids stand. */
export function placesOf({ scene }: CanvasHandle, ids: readonly string[]): Dragged {
  const { nodeById, notes } = scene.current;
  const wanted = new Set(ids);
  const places = new Map<string, Point>();
  for (const id of wanted) {
    const node = nodeById.get(id);
    if (node !== undefined) places.set(id, { x: node.x, y: node.y });
  }
  for (const { id, x, y } of notes) if (wanted.has(id)) places.set(id, { x, y });
  return places;
}

function originsOf(handle: CanvasHandle, held: NodeId): Dragged {
  const { nodes, notes } = handle.view.getState().selection;
  if (nodes.includes(held)) return placesOf(handle, [...nodes, ...notes]);
  select(handle.view, { nodes: [held] }, 'canvas');
  return placesOf(handle, [held]);
}

function movedBy({ held, origins }: Gesture, position: Point): Dragged {
  const origin = origins.get(held) ?? position;
  const dx = position.x - origin.x;
  const dy = position.y - origin.y;
  return new Map([...origins].map(([id, { x, y }]) => [id, { x: x + dx, y: y + dy }]));
}

function rounded(points: Dragged): Dragged {
  return new Map([...points].map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]));
}
