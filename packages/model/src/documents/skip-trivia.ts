import { lineEnd } from '../text/line-index.ts';

/** Offset of the next character at or after `offset` that is neither white space nor in a comment. Right only between tokens. */
export function skipTrivia(text: string, offset: number): number {
  for (let at = offset; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 9:
      case 10:
      case 13:
      case 32:
      case 0xfeff:
        break;
      case 35:
        at = lineEnd(text, at) - 1;
        break;
      default:
        return at;
    }
  }
  return text.length;
}
