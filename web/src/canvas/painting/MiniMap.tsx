import { boundsOf, growRect, type Rect, type Scene, sceneAreas } from '@portolan/model';
import { Panel } from '@xyflow/react';
import {
  memo,
  type PointerEvent,
  type ReactElement,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { centreOn, needsMap } from '../camera/fit-viewport.ts';
import type { Camera } from '../camera/use-camera.ts';
import { visibleRect } from '../camera/window.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import styles from './MiniMap.module.css';
import type { Palette } from './palette.ts';

interface MiniMapProps {
  readonly handle: CanvasHandle;
  readonly camera: Camera;
  readonly scene: Scene;
  readonly palette: Palette;
}

const WIDTH = 168;
const HEIGHT = 112;
const MARGIN = 80;
/** Notes are paper: fainter than what they are about. */
const NOTE_ALPHA = 0.4;

/**
 * All nodes as spots in the colour of their kind, and a frame round what is in view; can be dragged.
 * While everything is in view there is nowhere to go, and it covers nothing.
 */
export const MiniMap = memo(function MiniMap(props: MiniMapProps): ReactElement {
  const { handle, camera, scene, palette } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const map = useMemo(() => mapOf(scene), [scene]);
  useLayoutEffect(() => {
    if (canvas.current !== null) paintMap(canvas.current, scene, map, palette);
  }, [scene, map, palette]);
  useEffect(() => {
    const place = () => {
      if (whole.current === null || frame.current === null) return;
      whole.current.hidden = !needsMap(map.all, handle.viewport(), handle.size());
      placeFrame(frame.current, handle, map);
    };
    place();
    return handle.flow.subscribe(place);
  }, [handle, map]);
  const look = (event: PointerEvent<HTMLDivElement>) => {
    const { currentTarget, pointerId } = event;
    if (event.type === 'pointerdown' && event.buttons === 1)
      currentTarget.setPointerCapture(pointerId);
    // What was pressed elsewhere only passes over it.
    if (!currentTarget.hasPointerCapture(pointerId)) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - box.left - map.left) / map.scale;
    const y = (event.clientY - box.top - map.top) / map.scale;
    const { zoom } = handle.viewport();
    camera.moveTo(centreOn({ x, y, width: 0, height: 0 }, handle.size(), zoom));
  };
  return (
    <Panel position="bottom-right" className={styles.panel}>
      <div
        ref={whole}
        className={styles.map}
        style={{ width: WIDTH, height: HEIGHT }}
        role="img"
        aria-label={`Map of ${scene.nodes.length} nodes`}
        onPointerDown={look}
        onPointerMove={look}
      >
        <canvas ref={canvas} width={WIDTH * 2} height={HEIGHT * 2} />
        <div ref={frame} className={styles.frame} />
      </div>
    </Panel>
  );
});

/** A point of the scene is at (x * scale + left, …) on the map; `all` is in it. */
interface Mapping {
  readonly all: Rect;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

function mapOf(scene: Scene): Mapping {
  const all: Rect = boundsOf(sceneAreas(scene)) ?? { x: 0, y: 0, width: 0, height: 0 };
  const area = growRect(all, MARGIN);
  const scale = Math.min(WIDTH / area.width, HEIGHT / area.height);
  return {
    all,
    scale,
    left: WIDTH / 2 - (area.x + area.width / 2) * scale,
    top: HEIGHT / 2 - (area.y + area.height / 2) * scale,
  };
}

function paintMap(
  canvas: HTMLCanvasElement,
  scene: Scene,
  mapping: Mapping,
  palette: Palette,
): void {
  const { scale, left, top } = mapping;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.setTransform(2, 0, 0, 2, 0, 0);
  context.clearRect(0, 0, WIDTH, HEIGHT);
  paintFrames(context, scene, mapping, palette);
  context.globalAlpha = NOTE_ALPHA;
  for (const { color, x, y, width, height } of scene.notes) {
    context.fillStyle = palette.notes[color];
    context.fillRect(x * scale + left, y * scale + top, width * scale, height * scale);
  }
  context.globalAlpha = 1;
  for (const { node, x, y, width, height } of scene.nodes) {
    context.fillStyle = node.status === 'missing' ? palette.error : palette.kinds[node.kind].color;
    context.fillRect(
      x * scale + left,
      y * scale + top,
      Math.max(2, width * scale),
      Math.max(1.5, height * scale),
    );
  }
}

/** The frames of namespaces faintly, and the boxes that stand for them. */
function paintFrames(
  context: CanvasRenderingContext2D,
  { frames }: Scene,
  { scale, left, top }: Mapping,
  palette: Palette,
): void {
  for (const { x, y, width, height, isFolded } of frames) {
    context.fillStyle = isFolded ? palette.border : palette.line;
    context.fillRect(x * scale + left, y * scale + top, width * scale, height * scale);
  }
}

function placeFrame(
  frame: HTMLDivElement,
  handle: CanvasHandle,
  { scale, left, top }: Mapping,
): void {
  const view = visibleRect(handle.viewport(), handle.size());
  // What is seen beyond the map ends at its edge, so that the frame is always one.
  const x = within(view.x * scale + left, WIDTH);
  const y = within(view.y * scale + top, HEIGHT);
  const right = within((view.x + view.width) * scale + left, WIDTH);
  const bottom = within((view.y + view.height) * scale + top, HEIGHT);
  frame.style.transform = `translate(${x}px, ${y}px)`;
  frame.style.width = `${right - x}px`;
  frame.style.height = `${bottom - y}px`;
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
