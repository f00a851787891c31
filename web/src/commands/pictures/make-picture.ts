import { type Drawing, type PictureTheme, toSvg } from '@portolan/model';
import { fontRules, loadPictureFonts } from './picture-fonts.ts';
import { type PictureScale, pixelSize } from './picture-size.ts';
import { rasterizeSvg } from './rasterize-svg.ts';

/** The formats of pictures. */
export type PictureFormat = 'png' | 'svg' | 'pdf';

/** How a drawing becomes a picture. */
export interface PictureLook {
  readonly theme: PictureTheme;
  /** Of a PNG only. */
  readonly scale: PictureScale;
}

/** What a format is called, and what files of it are. */
export const PICTURE_TYPES: Readonly<Record<PictureFormat, string>> = {
  png: 'image/png',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
};

/** A drawing as a file of a format. Rejects where the browser cannot make it. */
export async function makePicture(
  drawing: Drawing,
  format: PictureFormat,
  look: PictureLook,
): Promise<Blob> {
  switch (format) {
    case 'png':
      return makePng(drawing, look);
    case 'svg':
      return new Blob([toSvg(drawing, look)], { type: PICTURE_TYPES.svg });
    case 'pdf': {
      const { makePdf } = await import('./pdf/make-pdf.ts');
      return makePdf(drawing, look.theme);
    }
  }
}

/** A drawing as SVG with the fonts of the app in it, as an image shows it. */
export async function drawWithFonts(drawing: Drawing, theme: PictureTheme): Promise<string> {
  return toSvg(drawing, { theme, fontRules: fontRules(await loadPictureFonts()) });
}

async function makePng(drawing: Drawing, { theme, scale }: PictureLook): Promise<Blob> {
  const svg = await drawWithFonts(drawing, theme);
  return rasterizeSvg(svg, pixelSize(drawing.area, scale));
}
