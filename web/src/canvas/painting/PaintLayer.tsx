import { memo, type ReactElement, useEffect, useLayoutEffect, useRef } from 'react';
import styles from '../Canvas.module.css';
import { type CanvasHandle, viewportOf } from '../canvas-handle.ts';
import { type Painting, paintScene } from './paint-scene.ts';

interface PaintLayerProps {
  readonly handle: CanvasHandle;
  readonly painting: Painting;
}

/** Nodes and edges that are not worth an element each, on one canvas behind those that are. */
export const PaintLayer = memo(function PaintLayer(props: PaintLayerProps): ReactElement {
  const { handle, painting } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(painting);
  const isEmpty = painting.nodes.length === 0 && painting.edges.length === 0;
  useLayoutEffect(() => {
    latest.current = painting;
    if (canvas.current !== null) paint(canvas.current, painting, handle);
  }, [painting, handle]);
  useEffect(() => {
    let frame = 0;
    let before = handle.flow.getState();
    const unsubscribe = handle.flow.subscribe((state) => {
      const isSame =
        state.transform === before.transform &&
        state.width === before.width &&
        state.height === before.height;
      before = state;
      if (isSame || frame !== 0 || isEmpty) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        if (canvas.current !== null) paint(canvas.current, latest.current, handle);
      });
    });
    return () => {
      unsubscribe();
      cancelAnimationFrame(frame);
    };
  }, [handle, isEmpty]);
  return <canvas ref={canvas} className={styles.paint} hidden={isEmpty} />;
});

function paint(canvas: HTMLCanvasElement, painting: Painting, handle: CanvasHandle): void {
  const context = canvas.getContext('2d');
  if (context === null || canvas.hidden) return;
  const { width, height } = handle.size();
  const density = window.devicePixelRatio;
  const [pixelsWide, pixelsHigh] = [Math.round(width * density), Math.round(height * density)];
  if (canvas.width !== pixelsWide || canvas.height !== pixelsHigh) {
    canvas.width = pixelsWide;
    canvas.height = pixelsHigh;
  }
  const viewport = viewportOf(handle.flow.getState());
  paintScene(context, painting, viewport, { width, height }, density);
}
