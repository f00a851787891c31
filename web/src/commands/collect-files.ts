/** A file that the user gave, whatever it came in. */
export interface GivenFile {
  /** As the user knows it: the name, or the path within a folder or archive, with `/`. */
  readonly path: string;
  readonly size: number;
  read(): Promise<ArrayBuffer>;
}

/** More files than this are no set of manifests. */
const MOST_FILES = 10_000;
/** Folders that hold other people's files, or none that are meant. */
const SKIPPED_FOLDER = /^(?:\.|node_modules$)/;

/** A file as it was chosen; one out of a chosen folder has its path there. */
export function givenFile(file: File): GivenFile {
  return {
    path: file.webkitRelativePath || file.name,
    size: file.size,
    read: () => file.arrayBuffer(),
  };
}

/**
 * The files of a drop, those in dropped folders included: of these only manifests. Has to be called
 * while the event is handled, since the browser forgets what was dropped after that.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly GivenFile[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const files = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) return files.map(givenFile);
  const found: GivenFile[] = [];
  for (const entry of entries) {
    if (entry !== null) await collectEntry(entry, '', found);
  }
  return found;
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
    for (const child of await readFolder(entry as FileSystemDirectoryEntry)) {
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
async function readFolder(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
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
