import { isSketch, type Sketch } from './sketch.ts';
import type { SketchLibrary } from './sketch-library.ts';

const PREFIX = 'portolan:pending:';

/**
 * Keeps a sketch at once, while the page is going away and nobody waits for a database any more.
 * False where the browser refuses (storage forbidden, or the text is too large for it).
 */
export function keepPending(sketch: Sketch): boolean {
  try {
    localStorage.setItem(PREFIX + sketch.id, JSON.stringify(sketch));
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** Brings sketches that were kept at the last moment into the library, where they are newer than what it has. */
export async function reconcilePending(library: SketchLibrary): Promise<void> {
  for (const key of pendingKeys()) {
    const pending = readPending(key);
    if (pending !== null) {
      const stored = await library.find(pending.id);
      if (stored === null || stored.updated < pending.updated) {
        await library.write({ ...pending, version: stored?.version ?? 0 });
      }
    }
    localStorage.removeItem(key);
  }
}

function pendingKeys(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch (error) {
    if (error instanceof DOMException) return [];
    throw error;
  }
}

function readPending(key: string): Sketch | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isSketch(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
