import type { NodeId, Point, Rect } from '@portolan/model';
import type { OnNodeDrag } from '@xyflow/react';
import { type PointerEvent as ReactPointerEvent, useMemo, useRef, useState } from 'react';
import { duplicateResources } from '../../commands/edit-commands.ts';
import { select } from '../../view-state/view-state.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import type { FlowNode } from '../nodes/to-flow.ts';
import { type DraggedGroup, startGroupDrag } from './drag-group.ts';

/** Where the dragged nodes are at the moment. */
export type Dragged = ReadonlyMap<NodeId, Point>;

interface Gesture {
  readonly held: NodeId;
  readonly origins: ReadonlyMap<NodeId, Point>;
  cancelled: boolean;
}

/** What is being dragged, and the handlers for React Flow. */
export interface NodeDrag {
  /** null while nothing is dragged, or only copies are. */
  readonly dragged: Dragged | null;
  /** Where copies of nodes would come to stand, while Alt is held. */
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
    return {
      onNodeDragStart: (_event: unknown, node: FlowNode) => {
        gesture.current = { held: node.id, origins: originsOf(handle, node.id), cancelled: false };
      },
      onNodeDrag: ({ altKey }: { readonly altKey: boolean }, node: FlowNode) => {
        const next = moved(node);
        if (next === null) return;
        const copied = altKey ? copiedNodes(handle, next) : [];
        setShown(
          copied.length > 0 ? { dragged: null, copies: copied } : { ...NOTHING, dragged: next },
        );
      },
      onNodeDragStop: ({ altKey }: { readonly altKey: boolean }, node: FlowNode) => {
        const next = moved(node);
        gesture.current = null;
        setShown(NOTHING);
        if (next === null) return;
        const copied = altKey ? copiedNodes(handle, rounded(next)) : [];
        if (copied.length === 0) {
          handle.session.moveNodes(rounded(next), moveLabel(handle, next));
          return;
        }
        const ids = copied.map(({ resource }) => resource);
        duplicateResources(handle, ids, copied);
      },
      startGroup: (event: ReactPointerEvent, group: DraggedGroup) => {
        startGroupDrag(handle, event, group, (next) => setShown({ ...NOTHING, dragged: next }));
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

/** "Move cart", "Move 3 nodes": for the undo list. */
export function moveLabel(handle: CanvasHandle, moved: ReadonlyMap<NodeId, Point>): string {
  const [only] = moved.keys();
  const name = only === undefined ? undefined : handle.scene.current.nodeById.get(only)?.node.name;
  return moved.size === 1 && name !== undefined ? `Move ${name}` : `Move ${moved.size} nodes`;
}

/** Of the moved nodes those that can be copied, where their copies come to stand. */
function copiedNodes(
  handle: CanvasHandle,
  moved: Dragged,
): readonly (Rect & { readonly resource: string })[] {
  const { nodeById } = handle.scene.current;
  return [...moved].flatMap(([id, place]) => {
    const { node, width, height } = nodeById.get(id) ?? {};
    const resource = node?.resourceId ?? null;
    if (resource === null || width === undefined || height === undefined) return [];
    return [{ ...place, width, height, resource }];
  });
}

function originsOf(handle: CanvasHandle, held: NodeId): ReadonlyMap<NodeId, Point> {
  const { nodes } = handle.view.getState().selection;
  const moving = nodes.includes(held) ? nodes : [held];
  if (moving.length === 1) select(handle.view, { nodes: moving }, 'canvas');
  const origins = new Map<NodeId, Point>();
  for (const id of moving) {
    const node = handle.scene.current.nodeById.get(id);
    if (node !== undefined) origins.set(id, { x: node.x, y: node.y });
  }
  return origins;
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
