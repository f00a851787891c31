import { Background, BackgroundVariant, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type ReactElement, type ReactNode, useCallback } from 'react';
import { useSession } from '../session/session-context.ts';
import type { Habits } from '../view-state/habits.ts';
import { useViewState, useViewStore } from '../view-state/view-context.ts';
import { rememberViewport, type Viewport, type ViewState } from '../view-state/view-state.ts';
import { LEAST_ZOOM, MOST_ZOOM } from './camera/fit-viewport.ts';
import type { NodeDrag } from './gestures/use-node-drag.ts';
import { NODE_TYPES } from './nodes/node-types.ts';
import type { FlowNode } from './nodes/to-flow.ts';

interface FlowProps {
  readonly nodes: FlowNode[];
  readonly drag: NodeDrag;
  readonly children: ReactNode;
}

/** React Flow takes the pointer from nodes that can neither be dragged nor clicked. */
const keepPointer = (): void => undefined;

const START: Viewport = { x: 0, y: 0, zoom: 1 };

const selectHabits = ({ habits }: ViewState): Habits => habits;

/** React Flow's own words speak of keys that mean something else here. */
const LABELS = {
  'node.a11yDescription.default': 'Space selects a node, Enter goes to its fields.',
  'node.a11yDescription.keyboardDisabled': 'Space selects a node, Enter goes to its fields.',
  'node.a11yDescription.ariaLiveMessage': ({ direction }: { readonly direction: string }) =>
    `Moved ${direction}.`,
  'edge.a11yDescription.default': 'Space selects a connection, Enter shows what it means.',
};

/**
 * React Flow, as far as it is used: the viewport, and the nodes that are mounted. Selection, edges,
 * keys and the drawing of lines are the canvas's own, because they also concern what is not mounted.
 */
export function Flow({ nodes, drag, children }: FlowProps): ReactElement {
  const view = useViewStore();
  const session = useSession();
  const { wheelPans } = useViewState(selectHabits);
  const remember = useCallback(
    (_event: unknown, { x, y, zoom }: Viewport) => rememberViewport(view, { x, y, zoom }),
    [view],
  );
  return (
    <ReactFlow<FlowNode>
      nodes={nodes}
      nodeTypes={NODE_TYPES}
      defaultViewport={view.getState().viewport ?? START}
      minZoom={LEAST_ZOOM}
      maxZoom={MOST_ZOOM}
      onMoveEnd={remember}
      panOnScroll={wheelPans}
      onNodeClick={keepPointer}
      onNodeDragStart={drag.onNodeDragStart}
      onNodeDrag={drag.onNodeDrag}
      onNodeDragStop={drag.onNodeDragStop}
      nodeDragThreshold={3}
      paneClickDistance={3}
      nodeClickDistance={3}
      nodesDraggable={session.readOnlyReason === null}
      nodesConnectable={false}
      elementsSelectable={false}
      selectNodesOnDrag={false}
      edgesFocusable={false}
      disableKeyboardA11y
      autoPanOnNodeFocus={false}
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      zoomOnDoubleClick={false}
      ariaLabelConfig={LABELS}
      attributionPosition="top-right"
    >
      <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} />
      {children}
    </ReactFlow>
  );
}
