import type { DiskFile, DiskFiles, DiskText } from './disk-files.ts';
import { type NewDocument, splitAmongFiles } from './split-among-files.ts';

/** A file that says something else on the disk than when it was read or written last. */
export interface ChangedFile extends DiskText {
  /** What is on the disk now; `text` is what would be written. */
  readonly onDisk: string;
}

/** What the user said where saving had to ask. */
export interface SaveDecisions {
  /** Which file is to have a new document, by the document's index. */
  readonly places: ReadonlyMap<number, string>;
  /** What others wrote may be written over. */
  readonly overwrite: boolean;
}

/** Whether the sketch can be written to its files, or what has to be asked first. */
export type SaveCheck =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'needs-places'; readonly documents: readonly NewDocument[] }
  | { readonly kind: 'needs-permission'; readonly paths: readonly string[] }
  | { readonly kind: 'gone'; readonly paths: readonly string[] }
  | { readonly kind: 'changed-on-disk'; readonly files: readonly ChangedFile[] }
  | { readonly kind: 'ready'; readonly writes: readonly DiskText[] };

/** Nothing was asked yet. */
export const NO_DECISIONS: SaveDecisions = { places: new Map(), overwrite: false };

/** Looks what saving `text` comes to. Reads files, and writes none. */
export async function checkFiles(
  disk: DiskFiles,
  text: string,
  { places, overwrite }: SaveDecisions,
): Promise<SaveCheck> {
  const { files, strays } = splitAmongFiles(disk.files, text, places);
  if (strays.length > 0) return { kind: 'needs-places', documents: strays };
  const writes = files.filter((file) => knownFile(disk, file.path)?.text !== file.text);
  if (writes.length === 0) return { kind: 'unchanged' };
  const forbidden = await findForbidden(disk, writes);
  if (forbidden.length > 0) return { kind: 'needs-permission', paths: forbidden };
  const found = await Promise.all(
    writes.map(async (file) => ({ ...file, onDisk: await readOnDisk(disk, file.path) })),
  );
  const gone = found.filter(({ path, onDisk }) => onDisk === null && knownFile(disk, path));
  if (gone.length > 0) return { kind: 'gone', paths: gone.map(({ path }) => path) };
  const changed = found.filter(
    (file): file is ChangedFile =>
      file.onDisk !== null &&
      file.onDisk !== file.text &&
      file.onDisk !== knownFile(disk, file.path)?.text,
  );
  return changed.length > 0 && !overwrite
    ? { kind: 'changed-on-disk', files: changed }
    : { kind: 'ready', writes };
}

/** Asks the browser for leave to write; has to run while a key press or click is handled. False where the user refuses. */
export async function askPermission(disk: DiskFiles, paths: readonly string[]): Promise<boolean> {
  const handles =
    disk.folder !== null
      ? [disk.folder]
      : disk.files.filter(({ path }) => paths.includes(path)).map(({ handle }) => handle);
  for (const handle of handles) {
    const state = (await handle.requestPermission?.({ mode: 'readwrite' })) ?? 'granted';
    if (state !== 'granted') return false;
  }
  return true;
}

/** What became of writing files: as they are now, and which could not be written. */
export interface WrittenFiles {
  readonly files: readonly DiskFile[];
  readonly failed: readonly string[];
}

/** Writes files; those that are not there yet are made in the folder. */
export async function writeFiles(
  disk: DiskFiles,
  writes: readonly DiskText[],
): Promise<WrittenFiles> {
  const files = [...disk.files];
  const failed: string[] = [];
  for (const { path, text } of writes) {
    const handle = await writeFile(disk, path, text).catch(() => null);
    const index = files.findIndex((file) => file.path === path);
    if (handle === null) failed.push(path);
    else files.splice(index < 0 ? files.length : index, 1, { path, text, handle });
  }
  return { files, failed };
}

/** A path of the folder for a new document that no file has yet. */
export function newFilePath({ folder, files }: DiskFiles, { kind, name }: NewDocument): string {
  const safe = `${kind ?? 'document'}-${name ?? ''}`.toLowerCase().replace(/[^a-z0-9.]+/g, '-');
  const base = safe.replace(/^[-.]+|[-.]+$/g, '');
  const taken = new Set(files.map(({ path }) => path));
  for (let number = 1; ; number += 1) {
    const path = `${folder?.name ?? ''}/${base}${number === 1 ? '' : `-${number}`}.yaml`;
    if (!taken.has(path)) return path;
  }
}

function knownFile({ files }: DiskFiles, path: string): DiskFile | undefined {
  return files.find((file) => file.path === path);
}

async function findForbidden(
  disk: DiskFiles,
  writes: readonly DiskText[],
): Promise<readonly string[]> {
  const asked = await Promise.all(
    writes.map(async ({ path }) => {
      const handle = knownFile(disk, path)?.handle ?? disk.folder;
      return { path, state: await handle?.queryPermission?.({ mode: 'readwrite' }) };
    }),
  );
  return asked
    .filter(({ state }) => state !== undefined && state !== 'granted')
    .map(({ path }) => path);
}

/** null: not there, or not to be read. */
async function readOnDisk(disk: DiskFiles, path: string): Promise<string | null> {
  try {
    const handle =
      knownFile(disk, path)?.handle ?? (await disk.folder?.getFileHandle(nameOf(path)));
    const file = await handle?.getFile();
    if (file === undefined) return null;
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

async function writeFile(
  disk: DiskFiles,
  path: string,
  text: string,
): Promise<FileSystemFileHandle | null> {
  const known = knownFile(disk, path)?.handle;
  const handle = known ?? (await disk.folder?.getFileHandle(nameOf(path), { create: true }));
  if (handle === undefined) return null;
  const stream = await handle.createWritable();
  await stream.write(text);
  await stream.close();
  return handle;
}

/** Of a file right in the folder, whose own name comes first in the path. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
