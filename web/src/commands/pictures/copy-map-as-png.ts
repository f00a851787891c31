import type { CommandContext } from '../command.ts';
import { copyPng } from './copy-picture.ts';
import { makePicture } from './make-picture.ts';
import { drawPicture } from './picture-drawing.ts';
import { pixelSize, whyTooLarge } from './picture-size.ts';

const LOOK = { theme: 'light', scale: 2 } as const;

/** Puts the whole map into the clipboard as a PNG; gives why not, or null where it is there. */
export async function copyMapAsPng(context: CommandContext): Promise<string | null> {
  const drawing = drawPicture(context, 'all');
  const tooLarge = whyTooLarge(pixelSize(drawing.area, LOOK.scale));
  if (tooLarge !== null) return tooLarge;
  const isCopied = await copyPng(makePicture(drawing, 'png', LOOK));
  return isCopied
    ? null
    : 'The browser did not allow copying. Use Export picture… and download it.';
}
