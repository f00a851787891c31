import type { ReactElement } from 'react';
import { NamespacesControl } from './NamespacesControl.tsx';
import type { Camera } from './use-camera.ts';
import { ZoomPanel } from './ZoomPanel.tsx';

interface CanvasControlsProps {
  readonly camera: Camera;
}

/** What changes how the canvas is looked at: the zoom, and the namespaces. */
export function CanvasControls({ camera }: CanvasControlsProps): ReactElement {
  return (
    <ZoomPanel camera={camera}>
      <NamespacesControl />
    </ZoomPanel>
  );
}
