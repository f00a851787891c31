import type { Drawing, PictureTheme } from '@portolan/model';
import { loadPictureFonts, type PictureFont } from '../picture-fonts.ts';
import { readFontFile } from './font-file.ts';
import { paintText } from './paint-text.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import { writePdf } from './write-pdf.ts';

/** A drawing as a PDF, with the fonts of the app in it. */
export async function makePdf(drawing: Drawing, theme: PictureTheme): Promise<Blob> {
  const fonts = readFonts(await loadPictureFonts());
  return new Blob([writePdf(drawing, theme, { fonts, paintText })], { type: 'application/pdf' });
}

/** The fonts of pictures as a PDF needs them. */
export function readFonts(all: readonly PictureFont[]): PdfFonts {
  const font = (family: PictureFont['family'], weight: PictureFont['weight']) => {
    const found = all.find((one) => one.family === family && one.weight === weight);
    if (found === undefined) throw new Error(`pictures have no font ${family} ${weight}`);
    return readFontFile(found.woff);
  };
  return {
    words: font('Inter', 400),
    medium: font('Inter', 500),
    bold: font('Inter', 600),
    code: font('JetBrains Mono', 500),
  };
}
