import type { ReactElement } from 'react';
import type { Camera } from './camera/use-camera.ts';
import { ZoomPanel } from './camera/ZoomPanel.tsx';
import { NamespacesControl } from './namespaces/NamespacesControl.tsx';

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
