import type { TextRun } from '@portolan/model';
import type { PaintedText } from './write-pdf.ts';

/** Pixels per pixel of the map, so that it is sharp in print. */
const DENSITY = 4;
const WORDS = 'Inter, system-ui, sans-serif';
const CODE = '"JetBrains Mono", ui-monospace, monospace';

/** Paints a text with whatever fonts this system has for it. */
export function paintText(run: TextRun, size: number, color: string): PaintedText {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('this browser draws no pictures');
  const font = `${run.weight} ${size}px ${run.code ? CODE : WORDS}`;
  context.font = font;
  const { width } = context.measureText(run.text);
  const [height, baseline] = [size * 1.6, size * 1.2];
  canvas.width = Math.max(1, Math.ceil(width * DENSITY));
  canvas.height = Math.ceil(height * DENSITY);
  context.scale(DENSITY, DENSITY);
  // A canvas forgets its font when it gets another size.
  context.font = font;
  context.fillStyle = color;
  context.fillText(run.text, 0, baseline);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const pixels = canvas.width * canvas.height;
  const [colors, alpha] = [new Uint8Array(3 * pixels), new Uint8Array(pixels)];
  for (let pixel = 0; pixel < pixels; pixel++) {
    colors.set(data.subarray(4 * pixel, 4 * pixel + 3), 3 * pixel);
    alpha[pixel] = data[4 * pixel + 3] ?? 0;
  }
  const pixelSizes = { pixelWidth: canvas.width, pixelHeight: canvas.height };
  return {
    width: canvas.width / DENSITY,
    height: canvas.height / DENSITY,
    baseline,
    ...pixelSizes,
    colors,
    alpha,
  };
}
