/** A file that the user gave, whatever it came in. */
export interface GivenFile {
  /** As the user knows it: the name, or the path within a folder or archive, with `/`. */
  readonly path: string;
  readonly size: number;
  /** With which it can be written again; null where the browser gives none. */
  readonly handle: FileSystemFileHandle | null;
  read(): Promise<ArrayBuffer>;
}

/** Files that were given together, and the folder that they are all of, where it can be written to. */
export interface GivenFiles {
  readonly files: readonly GivenFile[];
  readonly folder: FileSystemDirectoryHandle | null;
}

/** More files than this are no set of manifests. */
const MOST_FILES = 10_000;
/** Folders that hold other people's files, or none that are meant. */
const SKIPPED_FOLDER = /^(?:\.|node_modules$)/;

/** A file as it was chosen; one out of a chosen folder has its path there. */
export function givenFile(file: File, handle: FileSystemFileHandle | null = null): GivenFile {
  return {
    path: file.webkitRelativePath || file.name,
    size: file.size,
    handle,
    read: () => file.arrayBuffer(),
  };
}

/**
 * The files of a drop, those in dropped folders included: of these only manifests. Has to be called
 * while the event is handled, since the browser forgets what was dropped after that.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<GivenFiles> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry());
  const asked = items.map(async (item) => item.getAsFileSystemHandle?.());
  const files = [...transfer.files];
  const handles = (await Promise.allSettled(asked)).map((one) =>
    one.status === 'fulfilled' ? one.value : undefined,
  );
  const [only] = handles;
  if (handles.length === 1 && only?.kind === 'directory') {
    return readFolder(only as FileSystemDirectoryHandle);
  }
  if (!entries.some((entry) => entry?.isDirectory)) {
    const given = files.map((file, index) => {
      const handle = handles[index];
      return givenFile(file, handle?.kind === 'file' ? (handle as FileSystemFileHandle) : null);
    });
    return { files: given, folder: null };
  }
  const found: GivenFile[] = [];
  for (const entry of entries) {
    if (entry !== null) await collectEntry(entry, '', found);
  }
  return { files: found, folder: null };
}

/** The manifests in a folder and in the folders in it. */
export async function readFolder(folder: FileSystemDirectoryHandle): Promise<GivenFiles> {
  const found: GivenFile[] = [];
  await collectHandles(folder, `${folder.name}/`, found);
  return { files: found, folder };
}

async function collectHandles(
  folder: FileSystemDirectoryHandle,
  prefix: string,
  found: GivenFile[],
): Promise<void> {
  for await (const handle of folder.values()) {
    const path = `${prefix}${handle.name}`;
    if (found.length >= MOST_FILES) return;
    if (handle.kind === 'directory') {
      if (!SKIPPED_FOLDER.test(handle.name)) {
        await collectHandles(handle as FileSystemDirectoryHandle, `${path}/`, found);
      }
    } else if (isManifestPath(path)) {
      const file = handle as FileSystemFileHandle;
      found.push({ ...givenFile(await file.getFile(), file), path });
    }
  }
}

/** Whether a file of a folder or archive is taken for a manifest. */
export function isManifestPath(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return /\.(?:ya?ml|json)$/i.test(path) && !folders.some((name) => SKIPPED_FOLDER.test(name));
}

async function collectEntry(
  entry: FileSystemEntry,
  folder: string,
  found: GivenFile[],
): Promise<void> {
  if (found.length >= MOST_FILES) return;
  const path = `${folder}${entry.name}`;
  if (entry.isDirectory) {
    if (SKIPPED_FOLDER.test(entry.name)) return;
    for (const child of await listFolder(entry as FileSystemDirectoryEntry)) {
      await collectEntry(child, `${path}/`, found);
    }
    return;
  }
  if (folder !== '' && !isManifestPath(path)) return;
  const file = await new Promise<File>((resolve, reject) =>
    (entry as FileSystemFileEntry).file(resolve, reject),
  );
  found.push({ ...givenFile(file), path });
}

/** All entries: the browser gives them in pieces of at most a hundred. */
async function listFolder(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
