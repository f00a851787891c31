import { codeRoom } from './text-size.ts';

const ELLIPSIS = '…';
/** Of what is kept of a text, so much is its beginning. */
const START_SHARE = 0.6;

/** Whether a text in the code font fits into a width. */
export function fitsCode(text: string, width: number): boolean {
  return text.length <= codeRoom(width);
}

/**
 * A text in the code font as it fits into a width: where it is too long its middle is left out, for
 * a host says the most at its ends.
 */
export function dropMiddle(text: string, width: number): string {
  if (fitsCode(text, width)) return text;
  const kept = Math.max(2, codeRoom(width) - ELLIPSIS.length);
  const start = Math.ceil(kept * START_SHARE);
  return text.slice(0, start) + ELLIPSIS + text.slice(text.length - (kept - start));
}

/**
 * A host on two lines of these widths. It breaks before a dot where it can, else behind a
 * hyphen; what does not fit into the second line loses its middle.
 */
export function wrapHost(
  host: string,
  firstWidth: number,
  secondWidth: number,
): readonly [first: string, second: string] {
  const room = Math.max(1, codeRoom(firstWidth));
  const dot = host.lastIndexOf('.', room);
  const hyphen = host.lastIndexOf('-', room - 1) + 1;
  const at = dot > 0 ? dot : hyphen > 0 ? hyphen : room;
  return [host.slice(0, at), dropMiddle(host.slice(at), secondWidth)];
}
