import { curvePath, middleOfCurve } from '../scene/curve.ts';
import type { SceneBundle, SceneStub } from '../scene/reduce-edges.ts';
import { box, type GroupShape, path, stroke } from './shape.ts';
import { drawText } from './text-line.ts';

const STUB_LENGTH = 26;
const COUNT_HEIGHT = 18;

/** Lines that end at a box as one, with how many they are. */
export function drawBundle({ curve, edges, from, to, isBroken }: SceneBundle): GroupShape {
  const { x, y } = middleOfCurve(curve);
  const count = String(edges.length);
  const width = 14 + count.length * 7;
  const paint = isBroken ? 'brokenEdge' : 'edge';
  const run = {
    text: count,
    code: false,
    weight: 600,
    paint: isBroken ? 'error' : 'ink2',
  } as const;
  const area = { x: x - width / 2, y: y - COUNT_HEIGHT / 2, width, height: COUNT_HEIGHT };
  return {
    kind: 'group',
    meaning: `${plural(edges.length)} from ${from} to ${to}${isBroken ? ', not all of them sound' : ''}`,
    opacity: 1,
    shapes: [
      path(curvePath(curve), stroke(paint, 3)),
      { ...box(area, 'raised', COUNT_HEIGHT / 2), stroke: stroke(paint) },
      ...drawText([run], { x, y: y + 4, anchor: 'middle', size: 11 }, width),
    ],
  };
}

/** The beginning of lines to what is not shown, with where they lead. */
export function drawStub({ x, y, side, count, namespaces }: SceneStub): GroupShape {
  const [only = '', second] = namespaces;
  const isOne = second === undefined;
  const direction = side === 'right' ? 1 : -1;
  const end = x + direction * STUB_LENGTH;
  const run = { code: false, weight: 500, paint: 'ink3' } as const;
  const text = `${isOne ? only : `${namespaces.length} namespaces`} hidden`;
  const place = { x: end + direction * 5, y: y + 4, size: 11 };
  return {
    kind: 'group',
    meaning: `${plural(count)} to hidden nodes in ${isOne ? only : `${namespaces.length} namespaces`}`,
    opacity: 1,
    shapes: [
      path(`M${x} ${y}H${end}`, stroke('edge', 1.6, [2, 4])),
      ...drawText(
        [{ ...run, text }],
        { ...place, anchor: side === 'right' ? 'start' : 'end' },
        STUB_WIDTH,
      ),
    ],
  };
}

/** How far the words of a stub reach, at the most. */
const STUB_WIDTH = 160;

/** How far a stub and its words reach from its node, at the most. */
export const STUB_REACH = STUB_LENGTH + 5 + STUB_WIDTH;

function plural(count: number): string {
  return count === 1 ? '1 connection' : `${count} connections`;
}
