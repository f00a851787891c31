import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from './command-error.ts';
import { reasonOf } from './read-options.ts';
import type { CommandIo } from './run-command-line.ts';

/** All inputs as one text, and which part of it is which file. */
export interface JoinedInputs {
  readonly text: string;
  /** In text order. */
  readonly files: readonly InputFile[];
}

/** One file's part of the joined text. */
export interface InputFile {
  /** As the user named it, or its path below a folder that the user named. */
  readonly name: string;
  /** Where the file's text starts in the joined text. */
  readonly start: number;
  readonly text: string;
}

/** Reads files, folders and standard input (`-`) into one text of many documents. */
export async function readInputs(inputs: readonly string[], io: CommandIo): Promise<JoinedInputs> {
  const files: { readonly name: string; readonly text: string }[] = [];
  for (const input of inputs) {
    if (input === '-') {
      files.push({ name: 'standard input', text: decode(await io.readStandardInput()) });
      continue;
    }
    for (const name of await filesOf(input)) files.push({ name, text: await readText(name) });
  }
  return joinInputs(files);
}

async function filesOf(input: string): Promise<readonly string[]> {
  const state = await stat(input).catch((error: unknown) => {
    throw new CommandError(`${input} cannot be read: ${reasonOf(error)}.`);
  });
  if (!state.isDirectory()) return [input];
  const found = await manifestsIn(input);
  if (found.length > 0) return found;
  throw new CommandError(
    `there is no manifest in ${input}: looked for *.yaml, *.yml and *.json at any depth.`,
  );
}

async function manifestsIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new CommandError(`${folder} cannot be read: ${reasonOf(error)}.`);
  });
  const sorted = entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of sorted) {
    const path = join(folder, entry.name);
    const isSkipped = entry.name === 'node_modules' || entry.name.startsWith('.');
    if (entry.isDirectory() && !isSkipped) found.push(...(await manifestsIn(path)));
    else if (!entry.isDirectory() && /\.(?:ya?ml|json)$/i.test(entry.name)) found.push(path);
  }
  return found;
}

async function readText(name: string): Promise<string> {
  try {
    return decode(await readFile(name));
  } catch (error) {
    throw new CommandError(`${name} cannot be read: ${reasonOf(error)}.`);
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

const DIRECTIVES_FIRST = /^(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*%/;

/** Puts texts behind each other so that each begins a document of its own. */
export function joinInputs(
  inputs: readonly { readonly name: string; readonly text: string }[],
): JoinedInputs {
  let joined = '';
  const files: InputFile[] = [];
  for (const { name, text: whole } of inputs) {
    // A byte order mark is one only at the very beginning.
    const text = joined === '' ? whole : whole.replace(/^\ufeff/, '');
    if (joined !== '') {
      if (!/[\r\n]$/.test(joined)) joined += '\n';
      joined += DIRECTIVES_FIRST.test(text) ? '...\n' : '---\n';
    }
    files.push({ name, start: joined.length, text });
    joined += text;
  }
  return { text: joined, files };
}

/** The file that holds an offset of the joined text. */
export function findFile({ files }: JoinedInputs, offset: number): InputFile | undefined {
  return files.findLast(({ start }) => start <= offset);
}
