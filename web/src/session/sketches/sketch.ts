import type { Assumptions, NodeId, Point } from '@portolan/model';
import type { Arrangement } from '../arrangement/arrangement.ts';
import type { LastGoodText } from './restore-snapshot.ts';

/** A text and what lies beside it, as it is stored. Plain data. */
export interface Sketch {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly positions: readonly (readonly [NodeId, Point])[];
  /** Where the canvas looked; null: all into view. */
  readonly viewport: { readonly x: number; readonly y: number; readonly zoom: number } | null;
  /** Absent: the model's own. */
  readonly assumptions?: Assumptions | undefined;
  /** Absent: that of a new sketch. */
  readonly arrangement?: Arrangement | undefined;
  /** What broken documents said when they last parsed. */
  readonly lastGood: readonly LastGoodText[];
  /** Milliseconds since 1970. */
  readonly updated: number;
  /** One more with every write; 0: never written. Two tabs that write the same sketch notice each other by it. */
  readonly version: number;
  /** Whether anything was changed since it was opened from a sample or a file. */
  readonly touched: boolean;
}

/** What a sketch says, without how this browser keeps it. */
export type SketchContent = Pick<
  Sketch,
  'name' | 'text' | 'positions' | 'viewport' | 'assumptions' | 'arrangement'
>;

/** What a list of sketches shows. */
export type SketchSummary = Pick<Sketch, 'id' | 'name' | 'updated'>;

/** A sketch of a text that is new here. */
export function createSketch(name: string, text: string): Sketch {
  return {
    id: crypto.randomUUID(),
    name,
    text,
    positions: [],
    viewport: null,
    lastGood: [],
    updated: Date.now(),
    version: 0,
    touched: false,
  };
}

/** A sketch of the user's own, of what came from elsewhere. */
export function adoptSketch({
  name,
  text,
  positions,
  viewport,
  assumptions,
  arrangement,
}: SketchContent): Sketch {
  const beside = { positions, viewport, assumptions, arrangement };
  return { ...createSketch(name, text), ...beside, touched: true };
}

/** The same sketch as one of its own, that never writes over the other. */
export function copySketch(sketch: Sketch): Sketch {
  const name = sketch.name.endsWith(' (copy)') ? sketch.name : `${sketch.name} (copy)`;
  return { ...sketch, id: crypto.randomUUID(), name, version: 0 };
}

/** Whether data from outside (an older version's storage) can be opened as a sketch. */
export function isSketch(value: unknown): value is Sketch {
  if (typeof value !== 'object' || value === null) return false;
  const sketch = value as Partial<Record<keyof Sketch, unknown>>;
  return (
    typeof sketch.id === 'string' &&
    typeof sketch.name === 'string' &&
    typeof sketch.text === 'string' &&
    Array.isArray(sketch.positions) &&
    Array.isArray(sketch.lastGood) &&
    typeof sketch.updated === 'number' &&
    typeof sketch.version === 'number'
  );
}
