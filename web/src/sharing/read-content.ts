import { readAssumptions } from '@portolan/model';
import { isPlain } from '../session/arrangement/arrangement.ts';
import type { SketchContent } from '../session/sketches/sketch.ts';
import { isPlace, readPlaces } from './read-places.ts';
import { readArrangement } from './shared-arrangement.ts';

/** What lies beside the text, as it comes from a link or a file: anything. */
export interface ForeignContent {
  readonly name: unknown;
  /** Meant to be `[id, x, y, id, x, y, …]`. */
  readonly positions: unknown;
  /** Meant to be `[x, y, zoom]`. */
  readonly viewport: unknown;
  readonly assumptions: unknown;
  /** Meant to be what `writeArrangement` gives. */
  readonly arrangement: unknown;
}

/** Longer names are cut. */
export const LONGEST_NAME = 200;

/** Beyond what any canvas offers. */
const LEAST_ZOOM = 0.001;
const MOST_ZOOM = 8;

/** The content, if all of it has the form that it should have, else null. What is absent is as in a new sketch. */
export function readContent(text: string, foreign: ForeignContent): SketchContent | null {
  const name = readName(foreign.name);
  const positions = readPlaces(foreign.positions);
  const viewport = readViewport(foreign.viewport);
  const read = readAssumptions(foreign.assumptions);
  const arrangement = readArrangement(foreign.arrangement);
  if (name === null || positions === null || viewport === undefined || !read.ok) return null;
  if (arrangement === null) return null;
  const assumptions = foreign.assumptions === undefined ? {} : { assumptions: read.assumptions };
  const arranged = isPlain(arrangement) ? {} : { arrangement };
  return { name, text, positions, viewport, ...assumptions, ...arranged };
}

function readName(value: unknown): string | null {
  if (value === undefined) return 'Untitled';
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST_NAME
    ? value
    : null;
}

/** undefined: wrong; null: there is none, or none at which anything could be seen. */
function readViewport(value: unknown): SketchContent['viewport'] | undefined {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value) || value.length !== 3) return undefined;
  const [x, y, zoom]: unknown[] = value;
  if (!isPlace(x) || !isPlace(y) || !isPlace(zoom)) return undefined;
  return zoom < LEAST_ZOOM || zoom > MOST_ZOOM ? null : { x, y, zoom };
}
