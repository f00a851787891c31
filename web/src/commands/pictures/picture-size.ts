import type { Rect } from '@portolan/model';

/** Pixels of the picture per pixel of the map. */
export type PictureScale = 1 | 2 | 3;

/** How large a picture of pixels is. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** What browsers can do at all: the longest side, and as much memory as a tab may well take. */
const LONGEST_SIDE = 16_000;
const MOST_PIXELS = 64_000_000;

/** The size of a PNG of this area. */
export function pixelSize({ width, height }: Rect, scale: PictureScale): PixelSize {
  return { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
}

/** Why no browser could make a PNG so large, and what to do; null where it can. */
export function whyTooLarge({ width, height }: PixelSize): string | null {
  if (width <= LONGEST_SIDE && height <= LONGEST_SIDE && width * height <= MOST_PIXELS) return null;
  return `A PNG of ${showNumber(width)} × ${showNumber(height)} pixels is more than browsers can make (${showNumber(LONGEST_SIDE)} on a side, ${MOST_PIXELS / 1_000_000} million in all). Take a smaller size, the selection only, or SVG or PDF, which are sharp at any size.`;
}

/** "12,345". */
export function showNumber(value: number): string {
  return value.toLocaleString('en');
}
