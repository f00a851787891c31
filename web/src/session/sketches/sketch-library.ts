import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import type { DiskFiles } from '../disk/disk-files.ts';
import {
  isRevisionDue,
  KEPT_REVISIONS,
  type Revision,
  revisionOf,
  wholeRevisionOf,
} from './revision.ts';
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
  /** What the sketch said before, the most recent first. */
  listRevisions(id: string): Promise<readonly Revision[]>;
  /** Keeps all that the sketch says as a revision, whether it is stored already or not. */
  keepRevision(sketch: Sketch): Promise<void>;
  /** Deletes a sketch and its revisions; gives them to be put back, or null where it is not there. */
  remove(id: string): Promise<RemovedSketch | null>;
  putBack(removed: RemovedSketch): Promise<void>;
  /** The files that a sketch came from; null: from none that it could go back to. */
  findDisk(id: string): Promise<DiskFiles | null>;
  writeDisk(id: string, disk: DiskFiles): Promise<void>;
}

/** A sketch that was deleted, and what it said before. */
export interface RemovedSketch {
  readonly sketch: Sketch;
  readonly revisions: readonly Revision[];
  readonly disk: DiskFiles | null;
}

interface SketchSchema extends DBSchema {
  sketches: { key: string; value: Sketch; indexes: { updated: number } };
  revisions: { key: [sketch: string, at: number]; value: Revision };
  /** By the id of the sketch. */
  disks: { key: string; value: DiskFiles };
}

type Database = IDBPDatabase<SketchSchema>;

/** More are only kept if they were changed: opening samples and files does not pile them up. */
const KEPT_SKETCHES = 50;

/** Opens the browser's storage. Rejects where it is forbidden. */
export async function openSketchLibrary(): Promise<SketchLibrary> {
  const database = await openDatabase();
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
    async listRevisions(id) {
      return (await database.getAll('revisions', revisionsOf(id))).reverse();
    },
    async keepRevision(sketch) {
      const transaction = database.transaction(['sketches', 'revisions'], 'readwrite');
      const revisions = transaction.objectStore('revisions');
      const cursor = await revisions.openCursor(revisionsOf(sketch.id), 'prev');
      await addRevision(revisions, wholeRevisionOf(sketch, cursor?.value));
      await transaction.done;
    },
    remove: (id) => removeSketch(database, id),
    putBack: (removed) => putBack(database, removed),
    findDisk: async (id) => (await database.get('disks', id)) ?? null,
    writeDisk: async (id, disk) => void (await database.put('disks', disk, id)),
  };
}

/** Rejects where a tab with an older Portolan holds the storage open. */
function openDatabase(): Promise<Database> {
  return new Promise((resolve, reject) => {
    openDB<SketchSchema>('portolan', 3, {
      upgrade(db, from) {
        if (from < 1) {
          db.createObjectStore('sketches', { keyPath: 'id' }).createIndex('updated', 'updated');
        }
        if (from < 2) db.createObjectStore('revisions', { keyPath: ['sketch', 'at'] });
        db.createObjectStore('disks');
      },
      blocked: () => reject(new Error('another tab holds an older version of the storage open')),
      blocking: (_current, _blocked, { target }) => {
        if (target instanceof IDBDatabase) target.close();
      },
    }).then(resolve, reject);
  });
}

async function writeSketch(database: Database, sketch: Sketch): Promise<Sketch | null> {
  const transaction = database.transaction(['sketches', 'revisions'], 'readwrite');
  const sketches = transaction.objectStore('sketches');
  const stored = await sketches.get(sketch.id);
  if (stored !== undefined && stored.version !== sketch.version) {
    await transaction.done;
    return null;
  }
  const written: Sketch = { ...sketch, version: sketch.version + 1 };
  await sketches.put(written);
  if (stored === undefined) await forgetUntouched(sketches);
  else {
    const revisions = transaction.objectStore('revisions');
    await addRevision(revisions, await dueRevision(revisions, stored, sketch));
  }
  await transaction.done;
  return written;
}

type Mode = 'readwrite';
type Stores = ['sketches', 'revisions'];

/** Deletes the oldest of those that were opened and never changed, where there are too many. */
async function forgetUntouched(
  sketches: IDBPObjectStore<SketchSchema, Stores, 'sketches', Mode>,
): Promise<void> {
  if ((await sketches.count()) <= KEPT_SKETCHES) return;
  const all = await sketches.index('updated').getAll();
  const old = all.slice(0, all.length - KEPT_SKETCHES).filter(({ touched }) => !touched);
  await Promise.all(old.map(({ id }) => sketches.delete(id)));
}

type RevisionStore = IDBPObjectStore<SketchSchema, Stores, 'revisions', Mode>;

/**
 * What is to be kept of a stored sketch before another is written over it. The newest revision is as
 * large as the text, so it is only read where one is due.
 */
async function dueRevision(
  revisions: RevisionStore,
  stored: Sketch,
  sketch: Sketch,
): Promise<Revision | null> {
  const newest = await revisions.openKeyCursor(revisionsOf(sketch.id), 'prev');
  if (!isRevisionDue(stored, sketch, newest?.key[1])) return null;
  return revisionOf(stored, sketch, newest ? await revisions.get(newest.key) : undefined);
}

/** Adds a revision, if there is one, and lets go of the oldest. */
async function addRevision(revisions: RevisionStore, revision: Revision | null): Promise<void> {
  if (revision === null) return;
  await revisions.put(revision);
  const keys = await revisions.getAllKeys(revisionsOf(revision.sketch));
  const tooMany = keys.slice(0, Math.max(0, keys.length - KEPT_REVISIONS));
  await Promise.all(tooMany.map((key) => revisions.delete(key)));
}

async function removeSketch(database: Database, id: string): Promise<RemovedSketch | null> {
  const transaction = database.transaction(['sketches', 'revisions', 'disks'], 'readwrite');
  const sketches = transaction.objectStore('sketches');
  const revisions = transaction.objectStore('revisions');
  const disks = transaction.objectStore('disks');
  const sketch = toSketch(await sketches.get(id));
  const said = await revisions.getAll(revisionsOf(id));
  const disk = (await disks.get(id)) ?? null;
  await sketches.delete(id);
  await revisions.delete(revisionsOf(id));
  await disks.delete(id);
  await transaction.done;
  return sketch === null ? null : { sketch, revisions: said, disk };
}

async function putBack(
  database: Database,
  { sketch, revisions, disk }: RemovedSketch,
): Promise<void> {
  const transaction = database.transaction(['sketches', 'revisions', 'disks'], 'readwrite');
  await transaction.objectStore('sketches').put(sketch);
  const store = transaction.objectStore('revisions');
  await Promise.all(revisions.map((revision) => store.put(revision)));
  if (disk !== null) await transaction.objectStore('disks').put(disk, sketch.id);
  await transaction.done;
}

function revisionsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]);
}

function toSketch(value: unknown): Sketch | null {
  return isSketch(value) ? value : null;
}
