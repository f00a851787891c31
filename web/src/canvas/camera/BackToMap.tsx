import { Button } from '@mantine/core';
import type { Scene } from '@portolan/model';
import { Panel, type ReactFlowState, useStore } from '@xyflow/react';
import { memo, type ReactElement } from 'react';
import styles from '../CanvasControls.module.css';
import { viewportOf } from '../canvas-handle.ts';
import type { Camera } from './use-camera.ts';
import { isNothingInView } from './window.ts';

interface BackToMapProps {
  readonly camera: Camera;
  readonly scene: Scene;
}

/** The way back for who has moved so far that nothing is in view. */
export const BackToMap = memo(function BackToMap({
  camera,
  scene,
}: BackToMapProps): ReactElement | null {
  const isLost = useStore((state: ReactFlowState) =>
    isNothingInView(scene, viewportOf(state), state),
  );
  return isLost ? (
    <Panel position="top-center" className={styles.back}>
      <Button variant="default" onClick={() => camera.zoom('fit')}>
        Back to the map
      </Button>
    </Panel>
  ) : null;
});
