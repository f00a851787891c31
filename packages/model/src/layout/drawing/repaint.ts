import type { Paint, Shape, Stroke } from './shape.ts';

/** A shape of a node that is dimmed: in paler colours that can still be read. */
export function dimmed(shape: Shape): Shape {
  switch (shape.kind) {
    case 'box':
      return { ...shape, fill: paler(shape.fill), stroke: palerStroke(shape.stroke) };
    case 'path':
      return { ...shape, stroke: palerStroke(shape.stroke) ?? shape.stroke };
    case 'dot':
      return { ...shape, fill: paler(shape.fill) ?? shape.fill };
    case 'text':
      return {
        ...shape,
        runs: shape.runs.map((run) => ({ ...run, paint: paler(run.paint) ?? run.paint })),
      };
    case 'group':
      return { ...shape, shapes: shape.shapes.map(dimmed) };
  }
}

const KEPT: ReadonlySet<Paint> = new Set(['sunk', 'line', 'border', 'raised', 'stale', 'flat']);

function paler(paint: Paint | null): Paint | null {
  if (paint === null || KEPT.has(paint)) return paint;
  return paint.endsWith('Soft') ? 'sunk' : 'ink3';
}

function palerStroke(line: Stroke | null): Stroke | null {
  return line === null ? null : { ...line, paint: paler(line.paint) ?? line.paint };
}
