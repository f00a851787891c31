import type { TopologyEdge } from '../../graph/topology.ts';
import { describeEdge } from '../describe-edge.ts';
import { type Curve, curvePath, middleOfCurve } from '../scene/curve.ts';
import type { SceneEdge } from '../scene/scene.ts';
import { type GroupShape, type Paint, path, type Shape, type Stroke, stroke } from './shape.ts';

/** An edge as its lines, and a cross on each where nothing gets through. */
export function drawEdge({ edge, lines }: SceneEdge): GroupShape {
  const line = strokeOf(edge);
  const curves = lines.map(({ curve }) => curve);
  const shapes = curves.flatMap((curve) => drawCurve(curve, line));
  const crosses = edge.broken === null ? [] : curves.flatMap(drawCross);
  return {
    kind: 'group',
    meaning: describeEdge(edge),
    opacity: edge.stale ? 0.5 : 1,
    shapes: [...shapes, ...crosses],
  };
}

function strokeOf(edge: TopologyEdge): Stroke {
  const paint: Paint = edge.broken === null ? 'edge' : 'brokenEdge';
  if (edge.kind === 'routes' && edge.mirror) {
    return stroke(paint, 1.2, edge.broken === null ? [2, 5] : [5, 4]);
  }
  if (edge.broken !== null) return stroke(paint, 1.6, [5, 4]);
  return stroke(paint, 1.6, edge.kind === 'delegates' ? [8, 4] : []);
}

const END_RADIUS = 3.5;

function drawCurve(curve: Curve, line: Stroke): readonly Shape[] {
  const end = { kind: 'dot', radius: END_RADIUS, fill: line.paint, stroke: null } as const;
  return [
    path(curvePath(curve), line),
    { ...end, x: curve.startX, y: curve.startY },
    { ...end, x: curve.endX, y: curve.endY },
  ];
}

const CROSS = 3;

function drawCross(curve: Curve): readonly Shape[] {
  const { x, y } = middleOfCurve(curve);
  const d = `M${-CROSS} ${-CROSS}L${CROSS} ${CROSS}M${CROSS} ${-CROSS}L${-CROSS} ${CROSS}`;
  return [
    { kind: 'dot', x, y, radius: 8, fill: 'sea', stroke: stroke('brokenEdge', 1.4) },
    { ...path(d, stroke('brokenEdge', 1.8)), place: { x, y, scale: 1 } },
  ];
}
