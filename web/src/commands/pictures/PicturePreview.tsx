import type { Drawing, PictureTheme } from '@portolan/model';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { drawWithFonts } from './make-picture.ts';
import styles from './PictureDialog.module.css';
import { loadSvg } from './rasterize-svg.ts';

interface PicturePreviewProps {
  readonly drawing: Drawing;
  readonly theme: PictureTheme;
}

/**
 * The picture as it will be; on a chequered ground where it has none of its own. Painted once, for an
 * SVG of thousands of nodes would be drawn anew with every frame.
 */
export function PicturePreview({ drawing, theme }: PicturePreviewProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [painted, setPainted] = useState<PictureTheme | null>(null);
  useEffect(() => {
    let isWanted = true;
    const paint = async (): Promise<void> => {
      const image = await loadSvg(await drawWithFonts(drawing, theme));
      if (!isWanted || canvas.current === null) return;
      paintFitting(canvas.current, image, drawing.area);
      setPainted(theme);
    };
    void paint().catch(() => setPainted(null));
    return () => {
      isWanted = false;
    };
  }, [drawing, theme]);
  return (
    <figure className={styles.preview}>
      <canvas
        ref={canvas}
        className={styles.picture}
        role="img"
        aria-label={`Preview: ${drawing.title}`}
        hidden={painted === null}
        data-theme-of={painted}
      />
    </figure>
  );
}

const MOST_HEIGHT = 420;

/** As large as there is room, but never larger than it is. */
function paintFitting(
  canvas: HTMLCanvasElement,
  image: HTMLImageElement,
  { width, height }: Drawing['area'],
): void {
  const room = canvas.parentElement?.clientWidth ?? width;
  const scale = Math.min(1, (room - 2 * FRAME) / width, MOST_HEIGHT / height);
  const density = window.devicePixelRatio;
  canvas.style.width = `${width * scale}px`;
  canvas.style.height = `${height * scale}px`;
  canvas.width = Math.max(1, Math.round(width * scale * density));
  canvas.height = Math.max(1, Math.round(height * scale * density));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
}

/** Between the picture and its frame, as the style has it. */
const FRAME = 12;
