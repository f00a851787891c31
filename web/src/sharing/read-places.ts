import type { SketchContent } from '../session/sketches/sketch.ts';

/** Farther out than any canvas reaches; beyond it, drawing loses its precision. */
export const FARTHEST = 10_000_000;

/** Places from a list `[id, x, y, id, x, y, …]`; null where it is none. */
export function readPlaces(value: unknown): SketchContent['positions'] | null {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length % 3 !== 0) return null;
  const positions: SketchContent['positions'][number][] = [];
  for (let at = 0; at < value.length; at += 3) {
    const [id, x, y]: unknown[] = value.slice(at, at + 3);
    if (typeof id !== 'string' || !isPlace(x) || !isPlace(y)) return null;
    positions.push([id, { x, y }]);
  }
  return positions;
}

/** Whether it is a number that can be drawn at. */
export function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= FARTHEST;
}
