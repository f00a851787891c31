import { ReactFlowProvider } from '@xyflow/react';
import type { ReactElement } from 'react';
import { CanvasControls } from './CanvasControls.tsx';
import { CanvasMenu } from './CanvasMenu.tsx';
import { CanvasRoot } from './CanvasRoot.tsx';
import { CanvasTooltip } from './CanvasTooltip.tsx';
import { ConnectLine, ConnectVerdict } from './ConnectLine.tsx';
import { CanvasActionsContext } from './canvas-actions.ts';
import { DraggedCopies } from './DraggedCopies.tsx';
import { EdgeGrips } from './EdgeGrips.tsx';
import { EdgeLayer } from './EdgeLayer.tsx';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { ExplanationPopover } from './ExplanationPopover.tsx';
import { Flow } from './Flow.tsx';
import { FrameLayer } from './FrameLayer.tsx';
import { MiniMap } from './MiniMap.tsx';
import { NodeToolbar } from './NodeToolbar.tsx';
import { NotesLayer } from './NotesLayer.tsx';
import { PaintLayer } from './PaintLayer.tsx';
import { ReducedLines } from './ReducedLines.tsx';
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
          <NotesLayer handle={handle} notes={scene.notes} />
          <ConnectLine store={canvas.connect.line} />
          <DraggedCopies copies={canvas.drag.copies} />
          {canvas.hasTools && <NodeToolbar handle={handle} openMenu={menu.open} />}
          {!isEmpty && (
            <>
              <CanvasControls camera={camera} />
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
