import type { ReactElement, ReactNode } from 'react';
import { useViewState } from '../view-state/view-context.ts';
import type { ViewState } from '../view-state/view-state.ts';
import styles from './Canvas.module.css';
import { useSpacePan } from './gestures/use-space-pan.ts';
import type { CanvasModel } from './use-canvas.ts';

interface CanvasRootProps {
  readonly canvas: CanvasModel;
  readonly children: ReactNode;
}

const selectDrawsBoxes = ({ drawsBoxes }: ViewState): boolean => drawsBoxes;

/** The element that takes pointer, keys and focus for all that is on the canvas, mounted or painted. */
export function CanvasRoot({ canvas, children }: CanvasRootProps): ReactElement {
  const { handle, connect, boxSelect, focus } = canvas;
  const { box } = boxSelect;
  const drawsBoxes = useViewState(selectDrawsBoxes);
  useSpacePan(handle);
  return (
    <section
      ref={handle.root}
      className={styles.canvas}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the way by keyboard to nodes that are not mounted
      tabIndex={0}
      aria-label={canvas.description}
      data-pane="canvas"
      data-detail={canvas.detail}
      data-draws-boxes={drawsBoxes || undefined}
      data-read-only={handle.session.readOnlyReason !== null || undefined}
      onPointerDownCapture={(event) => {
        connect.onPointerDown(event);
        boxSelect.onPointerDown(event);
      }}
      onKeyDown={canvas.onKeyDown}
      onFocus={focus.onFocus}
      onBlur={focus.onBlur}
      {...canvas.pointer}
    >
      {children}
      {box !== null && (
        <div
          className={styles.box}
          style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
        />
      )}
    </section>
  );
}
