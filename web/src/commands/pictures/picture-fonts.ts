import wordFont from '@fontsource/inter/files/inter-latin-400-normal.woff?url';
import mediumFont from '@fontsource/inter/files/inter-latin-500-normal.woff?url';
import boldFont from '@fontsource/inter/files/inter-latin-600-normal.woff?url';
import codeFont from '@fontsource/jetbrains-mono/files/jetbrains-mono-latin-500-normal.woff?url';

/** A font that pictures bring along, as the file that it comes in. */
export interface PictureFont {
  readonly family: 'Inter' | 'JetBrains Mono';
  readonly weight: 400 | 500 | 600;
  readonly woff: Uint8Array<ArrayBuffer>;
}

const FONTS = [
  { family: 'Inter', weight: 400, url: wordFont },
  { family: 'Inter', weight: 500, url: mediumFont },
  { family: 'Inter', weight: 600, url: boldFont },
  { family: 'JetBrains Mono', weight: 500, url: codeFont },
] as const;

let fonts: Promise<readonly PictureFont[]> | null = null;

/** The fonts of pictures; loaded once. */
export function loadPictureFonts(): Promise<readonly PictureFont[]> {
  fonts ??= Promise.all(FONTS.map(loadFont)).catch((error: unknown) => {
    // So that the next time may do better.
    fonts = null;
    throw error;
  });
  return fonts;
}

/** Rules that put the fonts into an SVG itself: one that is shown as an image gets at nothing else. */
export function fontRules(all: readonly PictureFont[]): string {
  return all
    .map(({ family, weight, woff }) => {
      const source = `url(data:font/woff;base64,${toBase64(woff)}) format("woff")`;
      return `@font-face{font-family:"${family}";font-weight:${weight};src:${source}}`;
    })
    .join('');
}

async function loadFont({ family, weight, url }: (typeof FONTS)[number]): Promise<PictureFont> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} cannot be loaded: ${response.status}`);
  return { family, weight, woff: new Uint8Array(await response.arrayBuffer()) };
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
