import type { DiskText } from '../../session/disk/disk-files.ts';
import { joinDocuments } from '../../session/disk/join-documents.ts';
import type { GivenFile } from './collect-files.ts';
import { isZip, unpackZip } from './unpack-zip.ts';

/** The text of the files that were read, or why one could not be. */
export type ReadFilesResult =
  | {
      readonly ok: true;
      readonly name: string;
      readonly text: string;
      /** Each file by itself, in the order of the text. */
      readonly texts: readonly DiskText[];
    }
  | { readonly ok: false; readonly reason: string };

const LARGEST_BYTES = 64 * 1024 * 1024;

/**
 * Reads files as one text; archives are unpacked. A single one is read byte for byte; several are
 * joined as documents, in the order of their paths.
 */
export async function readManifestFiles(given: readonly GivenFile[]): Promise<ReadFilesResult> {
  const texts: DiskText[] = [];
  for (const file of given.toSorted(byPath)) {
    const read = await readFile(file);
    if (!read.ok) return read;
    texts.push(...read.texts);
  }
  const name = nameFor(given, texts);
  return { ok: true, name, text: joinDocuments(texts.map(({ text }) => text)), texts };
}

type ReadFile =
  | { readonly ok: true; readonly texts: readonly DiskText[] }
  | { readonly ok: false; readonly reason: string };

/** One text, or those of an archive. An archive within an archive is no text. */
async function readFile({ path, size, read }: GivenFile, isPacked = false): Promise<ReadFile> {
  if (size > LARGEST_BYTES) {
    return { ok: false, reason: `${path} is larger than 64 MB. Open a part of it.` };
  }
  const bytes = await read().catch(() => null);
  if (bytes !== null && !isPacked && isZip(bytes)) return readArchive(path, bytes);
  const text = bytes === null ? null : decode(bytes);
  return text === null || text.startsWith('PK\u0003\u0004')
    ? { ok: false, reason: `${path} is not a text file in UTF-8, so it was not opened.` }
    : { ok: true, texts: [{ path, text }] };
}

async function readArchive(path: string, bytes: ArrayBuffer): Promise<ReadFile> {
  const unpacked = await unpackZip(path, bytes);
  if (!unpacked.ok) return unpacked;
  const texts: DiskText[] = [];
  for (const file of unpacked.files.toSorted(byPath)) {
    const read = await readFile(file, true);
    if (!read.ok) return read;
    texts.push(...read.texts);
  }
  return { ok: true, texts };
}

function byPath(one: GivenFile, other: GivenFile): number {
  return one.path < other.path ? -1 : 1;
}

/** The file's own name, that of the folder or archive, or that of the first and how many more. */
function nameFor(given: readonly GivenFile[], texts: readonly DiskText[]): string {
  const [first] = given.length === 1 ? given : texts;
  const folders = new Set(texts.map(({ path }) => path.split('/')[0]));
  const [folder] = folders;
  const isFolder = texts.every(({ path }) => path.includes('/')) && folders.size === 1;
  if (given.length > 1 && isFolder && folder !== undefined) return folder;
  const others = given.length === 1 ? 0 : texts.length - 1;
  return `${first?.path ?? 'sketch'}${others > 0 ? ` and ${others} more` : ''}`;
}

/** null: not UTF-8. */
function decode(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
