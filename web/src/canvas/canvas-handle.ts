import { buildScene, type Point, type Scene } from '@portolan/model';
import { type ReactFlowState, useStoreApi } from '@xyflow/react';
import { type RefObject, useMemo, useRef } from 'react';
import type { Session } from '../session/session.ts';
import { useSession } from '../session/session-context.ts';
import { useViewStore } from '../view-state/view-context.ts';
import type { ViewStore } from '../view-state/view-state.ts';
import type { CanvasSize, CanvasViewport } from './camera/window.ts';

/** What event handlers of the canvas need to know of it. The same object for one session. */
export interface CanvasHandle {
  readonly session: Session;
  readonly view: ViewStore;
  readonly root: RefObject<HTMLDivElement | null>;
  /** The scene that is on screen now. */
  readonly scene: RefObject<Scene>;
  viewport(): CanvasViewport;
  size(): CanvasSize;
  /** The point of the scene under a point of the window. */
  toScene(clientX: number, clientY: number): Point;
  /** Moves what is in view by pixels of the screen. */
  panBy(x: number, y: number): void;
  /** The React Flow store, for subscriptions. */
  readonly flow: FlowStore;
}

/** The part of React Flow's store that the canvas uses. */
export interface FlowStore {
  getState(): ReactFlowState;
  subscribe(listener: (state: ReactFlowState) => void): () => void;
}

const EMPTY_SCENE: Scene = buildScene({ nodes: [], edges: [] }, new Map());

/** Makes the handle. Needs a ReactFlowProvider, a session and a view store above. */
export function useCanvasHandle(): CanvasHandle {
  const session = useSession();
  const view = useViewStore();
  const flow = useStoreApi();
  const root = useRef<HTMLDivElement>(null);
  const scene = useRef<Scene>(EMPTY_SCENE);
  return useMemo(() => {
    const viewport = () => viewportOf(flow.getState());
    return {
      session,
      view,
      root,
      scene,
      flow,
      viewport,
      size: () => {
        const { width, height } = flow.getState();
        return { width, height };
      },
      toScene: (clientX, clientY) => {
        const box = root.current?.getBoundingClientRect();
        const { x, y, zoom } = viewport();
        return {
          x: (clientX - (box?.left ?? 0) - x) / zoom,
          y: (clientY - (box?.top ?? 0) - y) / zoom,
        };
      },
      panBy: (x, y) => {
        flow.getState().panBy({ x, y });
      },
    };
  }, [session, view, flow]);
}

/** React Flow's transform as a viewport. */
export function viewportOf({ transform: [x, y, zoom] }: ReactFlowState): CanvasViewport {
  return { x, y, zoom };
}
