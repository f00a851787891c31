import { readAssumptions } from '@portolan/model';
import type { SketchContent } from '../session/sketch.ts';

/** What lies beside the text, as it comes from a link or a file: anything. */
export interface ForeignContent {
  readonly name: unknown;
  /** Meant to be `[id, x, y, id, x, y, …]`. */
  readonly positions: unknown;
  /** Meant to be `[x, y, zoom]`. */
  readonly viewport: unknown;
  readonly assumptions: unknown;
}

/** Longer names are cut. */
export const LONGEST_NAME = 200;
/** Farther out than any canvas reaches; beyond it, drawing loses its precision. */
export const FARTHEST = 10_000_000;

/** Beyond what any canvas offers. */
const LEAST_ZOOM = 0.001;
const MOST_ZOOM = 8;

/** The content, if all of it has the form that it should have, else null. What is absent is as in a new sketch. */
export function readContent(text: string, foreign: ForeignContent): SketchContent | null {
  const name = readName(foreign.name);
  const positions = readPositions(foreign.positions);
  const viewport = readViewport(foreign.viewport);
  const read = readAssumptions(foreign.assumptions);
  if (name === null || positions === null || viewport === undefined || !read.ok) return null;
  const assumptions = foreign.assumptions === undefined ? {} : { assumptions: read.assumptions };
  return { name, text, positions, viewport, ...assumptions };
}

function readName(value: unknown): string | null {
  if (value === undefined) return 'Untitled';
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST_NAME
    ? value
    : null;
}

function readPositions(value: unknown): SketchContent['positions'] | null {
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

/** undefined: wrong; null: there is none, or none at which anything could be seen. */
function readViewport(value: unknown): SketchContent['viewport'] | undefined {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value) || value.length !== 3) return undefined;
  const [x, y, zoom]: unknown[] = value;
  if (!isPlace(x) || !isPlace(y) || !isPlace(zoom)) return undefined;
  return zoom < LEAST_ZOOM || zoom > MOST_ZOOM ? null : { x, y, zoom };
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= FARTHEST;
}
