import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, ending in a slash. */
export const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

const NOT_OURS = new Set(['node_modules', 'dist', '.cache', '.git', 'test-results', 'results']);

/** A file of the repository: its path from the root with forward slashes, and its text. */
export interface RepositoryFile {
  readonly path: string;
  readonly text: string;
}

/** The text of one file of the repository. */
export function readRepositoryFile(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Every file of a folder and its subfolders whose name matches, sorted by path. */
export function filesUnder(folder: string, name: RegExp): RepositoryFile[] {
  const found: RepositoryFile[] = [];
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() && !NOT_OURS.has(entry.name)) found.push(...filesUnder(path, name));
    if (entry.isFile() && name.test(entry.name)) {
      found.push({ path, text: readRepositoryFile(path) });
    }
  }
  return found.sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** Every TypeScript file of the model, the command line, the app and the browser tests. */
export function sourceFiles(): RepositoryFile[] {
  return ['packages', 'web', 'e2e'].flatMap((folder) => filesUnder(folder, /\.tsx?$/));
}
