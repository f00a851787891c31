import { lineEnd, lineStart } from '../text/line-index.ts';
import type { YamlBlock } from './yaml-node.ts';

/**
 * Where a block scalar ends: behind its last line that says something, in front of that line's
 * ending. The blank lines that `+` keeps say something.
 */
export function blockEnd(text: string, headerStart: number, block: YamlBlock): number {
  const { body, chomping, indent } = block;
  const isEmpty = indent < 0 && chomping !== 'keep';
  let end = isEmpty ? body.start : beforeLineBreak(text, body.end);
  while (chomping !== 'keep' && end > body.start) {
    const start = lineStart(text, end);
    if (end - start > indent || text.slice(start, end).trim() !== '') break;
    end = beforeLineBreak(text, start);
  }
  return end > body.start ? end : lineEnd(text, headerStart);
}

function beforeLineBreak(text: string, offset: number): number {
  const code = text.charCodeAt(offset - 1);
  if (code === 10) return text.charCodeAt(offset - 2) === 13 ? offset - 2 : offset - 1;
  return code === 13 ? offset - 1 : offset;
}
