import { ReactFlowProvider } from '@xyflow/react';
import type { ReactElement } from 'react';
import { CanvasControls } from './CanvasControls.tsx';
import { CanvasMenu } from './CanvasMenu.tsx';
import { CanvasRoot } from './CanvasRoot.tsx';
import { BackToMap } from './camera/BackToMap.tsx';
import { CanvasActionsContext } from './canvas-actions.ts';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { CanvasTooltip } from './explanations/CanvasTooltip.tsx';
import { ExplanationPopover } from './explanations/ExplanationPopover.tsx';
import { Flow } from './Flow.tsx';
import { DraggedCopies } from './gestures/DraggedCopies.tsx';
import { ConnectLine, ConnectVerdict } from './lines/ConnectLine.tsx';
import { EdgeGrips } from './lines/EdgeGrips.tsx';
import { EdgeLayer } from './lines/EdgeLayer.tsx';
import { ReducedLines } from './lines/ReducedLines.tsx';
import { FrameLayer } from './namespaces/FrameLayer.tsx';
import { NodeToolbar } from './nodes/NodeToolbar.tsx';
import { PointedMark } from './nodes/PointedMark.tsx';
import { NotesLayer } from './notes/NotesLayer.tsx';
import { MiniMap } from './painting/MiniMap.tsx';
import { PaintLayer } from './painting/PaintLayer.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useCanvas } from './use-canvas.ts';

/** The topology of the open sketch, to look at and to edit. */
export function Canvas(): ReactElement {
  return (
    <ReactFlowProvider>
      <CanvasPane />
    </ReactFlowProvider>
  );
}

function CanvasPane(): ReactElement {
  const canvas = useCanvas();
  const { handle, scene, camera, palette, explaining, menu } = canvas;
  const { isEmpty } = canvas;
  return (
    <CanvasActionsContext value={canvas.actions}>
      <CanvasRoot canvas={canvas}>
        <Flow nodes={canvas.flowNodes} drag={canvas.drag}>
          <PaintLayer handle={handle} painting={canvas.painting} />
          <FrameLayer frames={scene.frames} startGroup={canvas.drag.startGroup} />
          <EdgeLayer {...canvas.edges} />
          <ReducedLines bundles={scene.bundles} stubs={scene.stubs} />
          <EdgeGrips edges={canvas.grips} />
          <NotesLayer handle={handle} notes={scene.notes} startGroup={canvas.drag.startGroup} />
          <ConnectLine store={canvas.connect.line} />
          <PointedMark scene={scene} />
          <DraggedCopies copies={canvas.drag.copies} />
          {canvas.hasTools && <NodeToolbar handle={handle} openMenu={menu.open} />}
          {!isEmpty && (
            <>
              <CanvasControls camera={camera} />
              <BackToMap camera={camera} scene={scene} />
              <MiniMap handle={handle} camera={camera} scene={scene} palette={palette} />
            </>
          )}
        </Flow>
        {isEmpty && <EmptyCanvas />}
        <SelectionBar />
        <ConnectVerdict store={canvas.connect.line} />
        <CanvasTooltip handle={handle} detail={canvas.detail} />
        {menu.place !== null && (
          <CanvasMenu
            handle={handle}
            place={menu.place}
            onClose={menu.close}
            onExplain={explaining.open}
          />
        )}
        {explaining.asked !== null && (
          <ExplanationPopover asked={explaining.asked} onClose={explaining.close} />
        )}
      </CanvasRoot>
    </CanvasActionsContext>
  );
}
