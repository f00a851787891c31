import { existsSync, readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../../../../shared/manifests/', import.meta.url);

/** Whether the collection of real manifests is beside this checkout; without it its tests are skipped. */
export const HAS_REAL_MANIFESTS = existsSync(FOLDER);

/** A file of the collection, as its index describes it. */
export interface IndexedManifest {
  /** Below the folder. */
  readonly file: string;
  readonly origin: string;
}

/** Paths below the folder of all YAML and JSON files of other repositories, sorted. */
export function realManifestPaths(): readonly string[] {
  if (!HAS_REAL_MANIFESTS) return [];
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('/') && /\.(?:ya?ml|json)$/.test(path))
    .toSorted();
}

/** The text of a file below the folder. */
export function readRealManifest(path: string): string {
  return readFileSync(new URL(encodeURI(path), FOLDER), 'utf8');
}

/** The files of the index that are there. */
export function indexedManifests(): readonly IndexedManifest[] {
  const index: readonly IndexedManifest[] = readCollection('index.json');
  return index.filter(({ file }) => isRealManifest(file));
}

/** What a JSON file of the collection lists; nothing where the collection is not there. */
export function readCollection<Item>(name: string): readonly Item[] {
  return HAS_REAL_MANIFESTS ? JSON.parse(readRealManifest(name)) : [];
}

/** Whether the file is there. */
export function isRealManifest(path: string): boolean {
  return existsSync(new URL(encodeURI(path), FOLDER));
}
