import { copyText } from '../../ui/copy-text.ts';

/** Whether this browser lets pages copy pictures. */
export function canCopyPng(): boolean {
  const clipboard: Clipboard | undefined = navigator.clipboard;
  return typeof ClipboardItem !== 'undefined' && typeof clipboard?.write === 'function';
}

/**
 * Puts a PNG into the clipboard; false where the browser does not allow it. It may still be in the
 * making, because some browsers only let a page copy right after a click.
 */
export async function copyPng(png: Promise<Blob>): Promise<boolean> {
  if (!canCopyPng()) return false;
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return true;
  } catch (error) {
    // What failed may be the picture, and not the copying.
    await png;
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** Puts the text of an SVG into the clipboard; false where the browser does not allow it. */
export async function copySvg(svg: Blob): Promise<boolean> {
  return copyText(await svg.text());
}
