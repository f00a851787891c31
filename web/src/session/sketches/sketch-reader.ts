import type { Progress } from '@portolan/model';
import { type OpenSession, openSessionInSlices } from '../open-session.ts';
import { createSlicer, PROMPT } from '../slicer.ts';
import type { Sketch } from './sketch.ts';

/** What is open now. Replaced as a whole when another sketch is opened. */
export interface OpenSketch {
  readonly session: OpenSession;
  readonly name: string;
  /** As it was stored; what changed since is in the session. */
  readonly sketch: Sketch;
  /** Somebody else's sketch, only looked at: it cannot be changed, and nothing of it is stored. */
  readonly isPreview: boolean;
}

/** A sketch that is being read to be opened, and takes so long that one wants to know. */
export interface Opening extends Progress {
  readonly name: string;
}

/** Reads sketches to open them; while it does, the page can be used. */
export interface SketchReader {
  /** Null where it was cancelled, or where another one was asked for in the meantime. */
  read(sketch: Sketch, readOnlyReason?: string): Promise<OpenSketch | null>;
  cancel(): void;
}

/** What takes less needs no words. */
const WORTH_TELLING_MILLISECONDS = 150;

/** Tells what is being read and how far it is, and null when that has come to an end. */
export function createSketchReader(onOpening: (opening: Opening | null) => void): SketchReader {
  const slicer = createSlicer(PROMPT);
  let last: Sketch | null = null;
  return {
    async read(sketch, readOnlyReason) {
      last = sketch;
      const begin = performance.now();
      const tell = (progress: Progress): void => {
        if (performance.now() - begin < WORTH_TELLING_MILLISECONDS) return;
        onOpening({ name: sketch.name, ...progress });
      };
      const { text, positions, arrangement, lastGood, assumptions } = sketch;
      const beside = { arrangement, lastGood, assumptions };
      const start = { text, positions: new Map(positions), ...beside };
      const reason = readOnlyReason === undefined ? {} : { readOnlyReason };
      const { name } = sketch;
      try {
        const session = await slicer.run(openSessionInSlices({ ...start, ...reason }), tell);
        return session && { session, name, sketch, isPreview: readOnlyReason !== undefined };
      } finally {
        if (last === sketch) onOpening(null);
      }
    },
    cancel: () => slicer.stop(),
  };
}
