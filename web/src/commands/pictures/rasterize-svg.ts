import type { PixelSize } from './picture-size.ts';

/** An SVG as a picture of pixels. Rejects where the browser cannot make one so large. */
export async function rasterizeSvg(svg: string, { width, height }: PixelSize): Promise<Blob> {
  const image = await loadSvg(svg);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser draws no pictures');
  context.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error(`no picture of ${width} × ${height} pixels can be made`);
  return blob;
}

/** An SVG as an image that can be painted. */
export async function loadSvg(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}
