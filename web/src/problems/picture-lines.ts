import type { LineIndex, TextRange } from '@portolan/model';

/** One line of the text, cut where the marked part begins and ends. */
export interface PictureLine {
  /** 1-based. */
  readonly number: number;
  readonly before: string;
  /** Empty where nothing of the line is marked. */
  readonly marked: string;
  readonly after: string;
}

const AROUND = 2;
const MOST_MARKED = 6;

/** The lines of a range, and two around it; of a long range its beginning. */
export function readPictureLines(
  text: string,
  lines: LineIndex,
  range: TextRange,
): readonly PictureLine[] {
  const first = lines.positionAt(range.start).line;
  const last = Math.min(lines.positionAt(range.end).line, first + MOST_MARKED - 1);
  const from = Math.max(first - AROUND, 1);
  const to = Math.min(last + AROUND, lines.lineCount);
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const number = from + index;
    const start = lines.offsetAt({ line: number, column: 1 });
    const next =
      number < lines.lineCount ? lines.offsetAt({ line: number + 1, column: 1 }) : text.length;
    const content = text.slice(start, next).replace(/[\r\n]+$/, '');
    const cut = (offset: number) => Math.min(Math.max(offset - start, 0), content.length);
    const [begin, end] = [cut(range.start), cut(range.end)];
    return {
      number,
      before: content.slice(0, begin),
      marked: content.slice(begin, end),
      after: content.slice(end),
    };
  });
}
