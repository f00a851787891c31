import { useInViewport } from '@mantine/hooks';
import { buildSnapshot, type NodeId, type Point } from '@portolan/model';
import { type ReactElement, useEffect, useState } from 'react';
import type { SketchContent } from '../../session/sketches/sketch.ts';
import { KIND_LOOKS } from '../../ui/kind-look.ts';
import { type PictureShapes, pictureShapes } from './picture-shapes.ts';
import styles from './SketchPicture.module.css';

/** What a picture is drawn of. */
export type Pictured = Pick<SketchContent, 'text' | 'positions' | 'assumptions'>;

interface SketchPictureProps {
  /** null while it is being loaded. */
  readonly sketch: Pictured | null;
}

/** A sketch as a small picture: its nodes and lines, without words. For the eyes only; what it shows has its name beside it. */
export function SketchPicture({ sketch }: SketchPictureProps): ReactElement {
  const { ref, inViewport } = useInViewport<HTMLDivElement>();
  const [shapes, setShapes] = useState<PictureShapes | null>(null);
  useEffect(() => {
    if (!inViewport || sketch === null) return;
    // One at a time, so that a long list stays quick.
    const timer = setTimeout(() => setShapes(drawSketch(sketch)));
    return () => clearTimeout(timer);
  }, [inViewport, sketch]);
  return (
    <div ref={ref} className={styles.frame} aria-hidden="true">
      {shapes !== null && <Shapes shapes={shapes} />}
    </div>
  );
}

function Shapes({
  shapes: { scene, lines, bounds },
}: {
  readonly shapes: PictureShapes;
}): ReactElement {
  if (scene.nodes.length === 0) return <span className={styles.nothing}>Nothing to draw</span>;
  // Small sketches are not blown up.
  const width = Math.max(bounds.width, LEAST_WIDTH);
  const x = bounds.x - (width - bounds.width) / 2;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: hidden from what would read it
    <svg className={styles.picture} viewBox={`${x} ${bounds.y} ${width} ${bounds.height}`}>
      {lines.map(({ key, path, isBroken }) => (
        <path key={key} className={styles.line} data-broken={isBroken || undefined} d={path} />
      ))}
      {scene.nodes.map(({ id, node: { kind, status }, x, y, width, height }) => (
        <rect
          key={id}
          className={styles.box}
          data-absent={status !== 'present' || undefined}
          {...{ x, y, width, height }}
          rx="10"
          style={{
            stroke: KIND_LOOKS[kind].color,
            ...(status === 'present' && { fill: KIND_LOOKS[kind].soft }),
          }}
        />
      ))}
    </svg>
  );
}

const LEAST_WIDTH = 900;

function drawSketch({ text, positions, assumptions }: Pictured): PictureShapes {
  const { topology } = buildSnapshot(text, assumptions);
  return pictureShapes(topology, new Map<NodeId, Point>(positions));
}
