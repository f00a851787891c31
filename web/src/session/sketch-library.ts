import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { isSketch, type Sketch, type SketchSummary } from './sketch.ts';

/** All sketches of this browser. Every function may reject: storage can be forbidden or full. */
export interface SketchLibrary {
  findLatest(): Promise<Sketch | null>;
  find(id: string): Promise<Sketch | null>;
  /** One that was opened and never changed, with this name and text. */
  findUntouched(name: string, text: string): Promise<Sketch | null>;
  /** The most recent first. */
  list(): Promise<readonly SketchSummary[]>;
  /**
   * Writes the sketch only if the stored one still has the version that this one was made from;
   * gives what is stored now, or null where somebody else wrote in between (nothing is written).
   */
  write(sketch: Sketch): Promise<Sketch | null>;
}

interface SketchSchema extends DBSchema {
  sketches: { key: string; value: Sketch; indexes: { updated: number } };
}

const KEPT_SKETCHES = 50;

/** Opens the browser's storage. Rejects where it is forbidden. */
export async function openSketchLibrary(): Promise<SketchLibrary> {
  const database = await openDB<SketchSchema>('portolan', 1, {
    upgrade(db) {
      db.createObjectStore('sketches', { keyPath: 'id' }).createIndex('updated', 'updated');
    },
  });
  const find = async (id: string) => toSketch(await database.get('sketches', id));
  return {
    find,
    async findLatest() {
      const cursor = await database
        .transaction('sketches')
        .store.index('updated')
        .openCursor(null, 'prev');
      return toSketch(cursor?.value);
    },
    async findUntouched(name, text) {
      const all = await database.getAll('sketches');
      return toSketch(all.find((s) => !s.touched && s.name === name && s.text === text));
    },
    async list() {
      const all = await database.getAllFromIndex('sketches', 'updated');
      return all.reverse().map(({ id, name, updated }) => ({ id, name, updated }));
    },
    write: (sketch) => writeSketch(database, sketch),
  };
}

async function writeSketch(
  database: IDBPDatabase<SketchSchema>,
  sketch: Sketch,
): Promise<Sketch | null> {
  const transaction = database.transaction('sketches', 'readwrite');
  const stored = await transaction.store.get(sketch.id);
  if (stored !== undefined && stored.version !== sketch.version) {
    await transaction.done;
    return null;
  }
  const written: Sketch = { ...sketch, version: sketch.version + 1 };
  await transaction.store.put(written);
  if (stored === undefined) {
    const keys = await transaction.store.index('updated').getAllKeys();
    const tooMany = keys.slice(0, Math.max(0, keys.length - KEPT_SKETCHES));
    await Promise.all(tooMany.map((key) => transaction.store.delete(key)));
  }
  await transaction.done;
  return written;
}

function toSketch(value: unknown): Sketch | null {
  return isSketch(value) ? value : null;
}
