import type { NodeId } from '@portolan/model';
import { type PointerEvent as ReactPointerEvent, useMemo, useState } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CanvasHandle } from '../canvas-handle.ts';
import type { MenuPlace } from '../gestures/use-pointer.ts';
import { type DrawnLine, LineGesture } from './line-gesture.ts';
import { drawLine, type LineTask, moveEnd } from './line-task.ts';

/** Drawing a line from a handle, or leading an end of one elsewhere. */
export interface Connect {
  /** The line being drawn; null while there is none. */
  readonly line: StoreApi<DrawnLine | null>;
  /** Nodes in view that the line cannot lead to. */
  readonly refused: ReadonlySet<NodeId>;
  /** The edge whose end is being moved. */
  readonly moving: string | null;
  /** Whether a line is being drawn, a new one or one that is there. */
  readonly isDrawing: boolean;
  readonly onPointerDown: (event: ReactPointerEvent) => void;
}

type Drawing = Pick<Connect, 'refused' | 'moving' | 'isDrawing'>;

const NOTHING: Drawing = { refused: new Set(), moving: null, isDrawing: false };

/** Drawing of lines from a handle, and of the ends of edges. Also joins nodes that are not mounted. */
export function useConnect(handle: CanvasHandle, openMenu: (place: MenuPlace) => void): Connect {
  const [drawing, setDrawing] = useState(NOTHING);
  const gesture = useMemo(() => {
    const line = createStore<DrawnLine | null>(() => null);
    const onPointerDown = (event: ReactPointerEvent) => {
      const mayDraw = event.button === 0 && handle.session.readOnlyReason === null;
      const task = mayDraw ? taskAt(handle, event.target) : null;
      if (task === null) return;
      event.stopPropagation();
      // The focus would go to the node, which is not what is being acted on.
      event.preventDefault();
      new LineGesture(
        handle,
        line,
        task,
        { x: event.clientX, y: event.clientY },
        {
          onStart: (refused) => setDrawing({ refused, moving: edgeOf(task), isDrawing: true }),
          onNothing: (point) => {
            const { offer } = task;
            if (offer !== null && offer.kinds.length > 0) {
              openMenu({ ...point, target: null, offer });
            }
          },
          onEnd: () => setDrawing(NOTHING),
        },
      );
    };
    return { line, onPointerDown };
  }, [handle, openMenu]);
  return useMemo(() => ({ ...gesture, ...drawing }), [gesture, drawing]);
}

function edgeOf({ pressed: { kind, id } }: LineTask): string | null {
  return kind === 'edge' ? id : null;
}

function taskAt(handle: CanvasHandle, target: EventTarget): LineTask | null {
  if (!(target instanceof Element)) return null;
  const grip = target.closest<HTMLElement>('[data-grip]');
  return grip === null ? newLineAt(handle, target) : movedEndAt(handle, grip);
}

function newLineAt(handle: CanvasHandle, target: Element): LineTask | null {
  const element = target.closest<HTMLElement>('[data-handle]');
  const id = element?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  const node = id === undefined ? undefined : handle.scene.current.nodeById.get(id);
  const row = element?.dataset.row;
  if (element === null || node === undefined || row === undefined) return null;
  const side = element.dataset.handle === 'left' ? 'left' : 'right';
  const box = element.getBoundingClientRect();
  const from = handle.toScene(box.left + box.width / 2, box.top + box.height / 2);
  return drawLine(handle, { node, row, side, from });
}

function movedEndAt(handle: CanvasHandle, { dataset }: HTMLElement): LineTask | null {
  const edge = handle.scene.current.edges.find(({ id }) => id === dataset.gripEdge);
  const end = dataset.grip === 'source' ? 'source' : 'target';
  return edge === undefined ? null : moveEnd(handle, edge, end, Number(dataset.line));
}
