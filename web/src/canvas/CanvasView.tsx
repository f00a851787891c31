import { ReactFlowProvider } from '@xyflow/react';
import type { ReactElement } from 'react';
import { CanvasRoot } from './CanvasRoot.tsx';
import { ZoomPanel } from './camera/ZoomPanel.tsx';
import { CanvasActionsContext } from './canvas-actions.ts';
import { CanvasTooltip } from './explanations/CanvasTooltip.tsx';
import { ExplanationPopover } from './explanations/ExplanationPopover.tsx';
import { Flow } from './Flow.tsx';
import { EdgeLayer } from './lines/EdgeLayer.tsx';
import { ReducedLines } from './lines/ReducedLines.tsx';
import { FrameLayer } from './namespaces/FrameLayer.tsx';
import { NotesLayer } from './notes/NotesLayer.tsx';
import { PaintLayer } from './painting/PaintLayer.tsx';
import { useCanvas } from './use-canvas.ts';

/** The topology of a sketch that is only looked at: moved, zoomed and walked, without any tools. */
export function CanvasView(): ReactElement {
  return (
    <ReactFlowProvider>
      <CanvasViewPane />
    </ReactFlowProvider>
  );
}

function CanvasViewPane(): ReactElement {
  const canvas = useCanvas();
  const { handle, scene, camera, explaining } = canvas;
  return (
    <CanvasActionsContext value={canvas.actions}>
      <CanvasRoot canvas={canvas}>
        <Flow nodes={canvas.flowNodes} drag={canvas.drag}>
          <PaintLayer handle={handle} painting={canvas.painting} />
          <FrameLayer frames={scene.frames} startGroup={canvas.drag.startGroup} />
          <EdgeLayer {...canvas.edges} />
          <ReducedLines bundles={scene.bundles} stubs={scene.stubs} />
          <NotesLayer handle={handle} notes={scene.notes} startGroup={canvas.drag.startGroup} />
          <ZoomPanel camera={camera} />
        </Flow>
        <CanvasTooltip handle={handle} detail={canvas.detail} />
        {explaining.asked !== null && (
          <ExplanationPopover asked={explaining.asked} onClose={explaining.close} />
        )}
      </CanvasRoot>
    </CanvasActionsContext>
  );
}
