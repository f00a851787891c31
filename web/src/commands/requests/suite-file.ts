import { parseSuite, type SavedRequest } from '@portolan/model';
import type { GivenFile } from '../files/collect-files.ts';
import { readManifestFiles } from '../files/read-files.ts';

export { writeSuite } from '@portolan/model';

/** The saved requests of files, or why one has none. */
export type ReadSuiteFiles =
  | { readonly ok: true; readonly requests: readonly SavedRequest[] }
  | { readonly ok: false; readonly reason: string };

/** So many problems are told at once. */
const TOLD_PROBLEMS = 3;

/** Reads files as `portolan trace --suite` takes them; of several that are given, all or none. */
export async function readSuiteFiles(given: readonly GivenFile[]): Promise<ReadSuiteFiles> {
  const files = await readManifestFiles(given);
  if (!files.ok) return files;
  const requests: SavedRequest[] = [];
  for (const { path, text } of files.texts) {
    const read = parseSuite(text);
    if (!read.ok) return { ok: false, reason: describe(path, read.problems) };
    requests.push(...read.requests);
  }
  return { ok: true, requests };
}

function describe(path: string, problems: readonly string[]): string {
  const rest = problems.length - TOLD_PROBLEMS;
  const told = problems.slice(0, TOLD_PROBLEMS).join(' ');
  const more = rest > 0 ? ` And ${rest} more.` : '';
  return `${path} has no saved requests that can be read. ${told}${more}`;
}
