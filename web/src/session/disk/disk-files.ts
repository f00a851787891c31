/** A file on the user's disk, and what it said when it was read or written last. */
export interface DiskFile extends DiskText {
  readonly handle: FileSystemFileHandle;
}

/** A text, and where it is from: the name of its file, or the path within a folder, with `/`. */
export interface DiskText {
  readonly path: string;
  readonly text: string;
}

/** The files that a sketch came from, and goes back to. Stored beside it. */
export interface DiskFiles {
  /** What they are called together: the file, or the folder. */
  readonly name: string;
  /** Where new files can be made; null where single files were opened. */
  readonly folder: FileSystemDirectoryHandle | null;
  /** In the order in which they make the text. */
  readonly files: readonly DiskFile[];
  /** What the sketch said when it was all in the files. */
  readonly savedText: string;
  /** When the sketch was written to them last, in milliseconds since 1970; null: never. */
  readonly savedAt: number | null;
}
