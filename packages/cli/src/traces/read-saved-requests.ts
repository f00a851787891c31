import { readFile } from 'node:fs/promises';
import { parseSuite, type SavedRequest } from '@portolan/model';
import { CommandError } from '../command-error.ts';
import { reasonOf } from '../read-options.ts';

/** Reads the file of `--suite`; throws a CommandError that says what is wrong with it, and where. */
export async function readSavedRequests(file: string): Promise<readonly SavedRequest[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandError(`--suite ${file} cannot be read: ${reasonOf(error)}.`);
  }
  const read = parseSuite(text);
  if (read.ok) return read.requests;
  throw new CommandError(`--suite ${file} does not fit:\n  ${read.problems.join('\n  ')}`);
}
