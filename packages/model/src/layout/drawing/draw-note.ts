import type { Note, NoteColor } from '../note.ts';
import { box, type GroupShape, type Paint, type Shape, stroke } from './shape.ts';
import { drawText } from './text-line.ts';
import { words } from './text-runs.ts';
import { wrapRuns } from './wrap-runs.ts';

const PAINTS: Readonly<Record<NoteColor, readonly [line: Paint, ground: Paint]>> = {
  yellow: ['ServiceEntry', 'ServiceEntrySoft'],
  teal: ['accent', 'accentSoft'],
  blue: ['LoadBalancer', 'LoadBalancerSoft'],
  violet: ['VirtualService', 'VirtualServiceSoft'],
  grey: ['ink3', 'sunk'],
};

const SIZE = 13;
const LINE = 18;
const PADDING = { side: 12, top: 10 } as const;
const BORDER_OPACITY = 0.45;

/** A note with as much of its text as fits into it. */
export function drawNote(note: Note): GroupShape {
  const { x, y, width, height } = note;
  const [line, ground] = PAINTS[note.color];
  const edge = { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 };
  return {
    kind: 'group',
    meaning: null,
    opacity: 1,
    shapes: [
      box(note, ground, 4),
      { ...box(edge, ground, 3.5), fill: null, stroke: stroke(line), opacity: BORDER_OPACITY },
      ...drawWords(note),
    ],
  };
}

function drawWords({ x, y, width, height, text }: Note): readonly Shape[] {
  const room = width - 2 * PADDING.side;
  const most = Math.max(1, Math.floor((height - 2 * PADDING.top) / LINE));
  const shapes: Shape[] = [];
  let shown = 0;
  for (const paragraph of text.split(/\r\n|\r|\n/)) {
    if (shown >= most) break;
    const lines =
      paragraph.trim() === '' ? [] : wrapRuns([words(paragraph)], room, most - shown, SIZE);
    for (const [index, { runs }] of lines.entries()) {
      const base = y + PADDING.top + (shown + index) * LINE + 13.5;
      shapes.push(
        ...drawText(runs, { x: x + PADDING.side, y: base, anchor: 'start', size: SIZE }, room),
      );
    }
    shown += Math.max(1, lines.length);
  }
  return shapes;
}
