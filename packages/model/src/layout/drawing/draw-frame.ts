import type { NodeKind } from '../../graph/topology.ts';
import type { NamespaceFrame } from '../namespaces/namespace-frames.ts';
import { runsWidth } from './fit-runs.ts';
import { KIND_ICONS } from './icons.ts';
import { KIND_NAMES } from './kind-names.ts';
import {
  box,
  type GroupShape,
  type Paint,
  path,
  type Shape,
  stroke,
  type TextRun,
} from './shape.ts';
import { drawText } from './text-line.ts';
import { words } from './text-runs.ts';

const RADIUS = 16;
const ICON = 14;
const LABEL_LEFT = 26;
/** From the frame's upper border up to what its name stands on. */
const LABEL_BASE = 13;
/** How high the name stands above the frame. */
export const FRAME_LABEL_HEIGHT = 30;

/** The frame round a namespace, or the box that stands for it. */
export function drawFrame(frame: NamespaceFrame): GroupShape {
  const { namespace, nodeIds } = frame;
  const count = nodeIds.length;
  return {
    kind: 'group',
    meaning: `Namespace ${namespace}, ${count} ${count === 1 ? 'node' : 'nodes'}`,
    opacity: 1,
    shapes: frame.isFolded ? drawBox(frame) : drawOpenFrame(frame),
  };
}

function drawOpenFrame(frame: NamespaceFrame): readonly Shape[] {
  const { x, y, width } = frame;
  return [
    { ...box(frame, 'ink', RADIUS), opacity: 0.03 },
    borderOf(frame),
    drawKindIcon('Service', 'ink2', { x: x + 6, y: y - LABEL_BASE - 11, size: ICON }),
    ...drawName(frame, { x: x + LABEL_LEFT, y: y - LABEL_BASE }, width - LABEL_LEFT),
  ];
}

const BOX_HEADER = 52;
const BOX_ROW = 24;

function drawBox(frame: NamespaceFrame): readonly Shape[] {
  const { x, y, width, counts } = frame;
  return [
    box(frame, 'raised', RADIUS),
    borderOf(frame),
    drawKindIcon('Service', 'ink2', { x: x + 12, y: y + 19, size: ICON }),
    ...drawName(frame, { x: x + 34, y: y + 30 }, width - 46),
    ...counts.flatMap(({ kind, count }, index) => {
      const top = y + BOX_HEADER + index * BOX_ROW;
      const [one, many] = KIND_NAMES[kind];
      const text = words(`${count} ${count === 1 ? one : many}`);
      const place = { x: x + 34, y: top + 12, anchor: 'start', size: 12 } as const;
      return [
        drawKindIcon(kind, kind, { x: x + 12, y: top, size: ICON }),
        ...drawText([text], place, width - 46),
      ];
    }),
  ];
}

function borderOf({ x, y, width, height }: NamespaceFrame): Shape {
  const area = { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 };
  return { ...box(area, 'raised', RADIUS - 0.5), fill: null, stroke: stroke('border') };
}

function drawName(
  { namespace, nodeIds }: NamespaceFrame,
  place: { readonly x: number; readonly y: number },
  room: number,
): readonly Shape[] {
  const name: TextRun = { text: namespace, code: true, weight: 600, paint: 'ink2' };
  const count: TextRun = { text: String(nodeIds.length), code: false, weight: 500, paint: 'ink3' };
  const countRoom = runsWidth([count], 11) + 6;
  const width = Math.min(runsWidth([name], 12), room - countRoom);
  return [
    ...drawText([name], { ...place, anchor: 'start', size: 12 }, width + 0.01),
    ...drawText(
      [count],
      { ...place, x: place.x + width + 6, anchor: 'start', size: 11 },
      countRoom,
    ),
  ];
}

function drawKindIcon(
  kind: NodeKind,
  paint: Paint,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): Shape {
  const scale = size / 20;
  return { ...path(KIND_ICONS[kind], stroke(paint, 1.6 * scale)), place: { x, y, scale } };
}
