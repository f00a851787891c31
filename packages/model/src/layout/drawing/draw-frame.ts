import type { NodeKind } from '../../graph/topology.ts';
import type { KindCount, NamespaceFrame } from '../namespaces/namespace-frames.ts';
import type { Rect } from '../scene/rect.ts';
import { runsWidth } from './fit-runs.ts';
import { KIND_ICONS } from './icons.ts';
import {
  box,
  type GroupShape,
  type Paint,
  path,
  type Shape,
  stroke,
  type TextRun,
} from './shape.ts';
import { drawText, type LineSpace } from './text-line.ts';

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
    borderOf(frame, RADIUS),
    drawKindIcon('Service', 'ink2', { x: x + 6, y: y - LABEL_BASE - 11, size: ICON }),
    ...drawName(frame, { x: x + LABEL_LEFT, y: y - LABEL_BASE }, width - LABEL_LEFT),
  ];
}

const BOX_RADIUS = 12;
const BOX_HEADER = 51;
const BOX_ROW = 24;
const BOX_SIDE = 12;
/** How far what is behind the box looks out. */
const BEHIND = 4;

/** A small pile, with how many nodes of each kind are in it. */
function drawBox(frame: NamespaceFrame): readonly Shape[] {
  const { x, y, width, height, counts } = frame;
  const behind = { x: x + BEHIND, y: y + BEHIND, width, height };
  const name: TextRun = { text: frame.namespace, code: true, weight: 600, paint: 'ink' };
  const place = { x: x + BOX_SIDE + 26, y: y + 30.5, anchor: 'start', size: 13 } as const;
  return [
    box(behind, 'sunk', BOX_RADIUS),
    borderOf(behind, BOX_RADIUS),
    box(frame, 'raised', BOX_RADIUS),
    borderOf(frame, BOX_RADIUS),
    drawKindIcon('Service', 'ink2', { x: x + BOX_SIDE, y: y + 17, size: 18 }),
    ...drawText([name], place, width - 2 * BOX_SIDE - 26),
    path(`M${x} ${y + BOX_HEADER - 0.5}H${x + width}`, stroke('line')),
    ...counts.flatMap((count, index) =>
      drawCount(count, {
        left: x + BOX_SIDE,
        right: x + width - BOX_SIDE,
        top: y + BOX_HEADER + 5 + index * BOX_ROW,
      }),
    ),
  ];
}

function drawCount({ kind, count }: KindCount, { left, right, top }: LineSpace): readonly Shape[] {
  const words: TextRun = { text: kind, code: false, weight: 400, paint: 'ink2' };
  const number: TextRun = { text: String(count), code: false, weight: 600, paint: 'ink' };
  const y = top + 16.3;
  return [
    drawKindIcon(kind, kind, { x: left, y: top + 4.5, size: 15 }),
    ...drawText([words], { x: left + 23, y, anchor: 'start', size: 12 }, right - left - 60),
    ...drawText([number], { x: right, y, anchor: 'end', size: 12 }, 36),
  ];
}

function borderOf({ x, y, width, height }: Rect, radius: number): Shape {
  const area = { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 };
  return { ...box(area, 'raised', radius - 0.5), fill: null, stroke: stroke('border') };
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
