import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { Panel, type ReactFlowState, useStore } from '@xyflow/react';
import { memo, type ReactElement, type ReactNode } from 'react';
import type { ZoomAction } from '../../view-state/view-state.ts';
import styles from '../CanvasControls.module.css';
import floating from '../FloatingTools.module.css';
import type { Camera } from './use-camera.ts';

const selectPercent = ({ transform }: ReactFlowState) => Math.round(transform[2] * 100);

interface ZoomPanelProps {
  readonly camera: Camera;
  /** What stands beside the zoom. */
  readonly children?: ReactNode;
}

/** The zoom at the corner of the canvas, with how near it looks. */
export const ZoomPanel = memo(function ZoomPanel({ camera, children }: ZoomPanelProps) {
  const percent = useStore(selectPercent);
  return (
    <Panel position="bottom-left" className={styles.panel}>
      <div className={floating.bar} role="toolbar" aria-label="Zoom">
        <ZoomButton camera={camera} action="out" label="Zoom out (−)">
          <IconMinus size={16} aria-hidden="true" />
        </ZoomButton>
        <ZoomButton camera={camera} action="actual-size" label={`Zoom ${percent} %, to 100 % (0)`}>
          <span className={styles.percent}>{percent} %</span>
        </ZoomButton>
        <ZoomButton camera={camera} action="in" label="Zoom in (+)">
          <IconPlus size={16} aria-hidden="true" />
        </ZoomButton>
        <ZoomButton camera={camera} action="fit" label="Fit all into view (1)">
          <IconFocusCentered size={16} aria-hidden="true" />
        </ZoomButton>
      </div>
      {children}
    </Panel>
  );
});

interface ZoomButtonProps {
  readonly camera: Camera;
  readonly action: ZoomAction;
  readonly label: string;
  readonly children: ReactElement;
}

function ZoomButton({ camera, action, label, children }: ZoomButtonProps): ReactElement {
  return (
    <button
      type="button"
      className={floating.tool}
      aria-label={label}
      title={label}
      onClick={() => camera.zoom(action)}
    >
      {children}
    </button>
  );
}
