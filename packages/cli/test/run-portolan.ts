import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../bin/portolan.mjs', import.meta.url));

/** How a command line ended, and what it wrote. */
export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `portolan` in a folder as a user does. */
export function runPortolan(folder: string, args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [BIN, ...args],
      { cwd: folder, maxBuffer: 1 << 28 },
      (error, out, err) => resolve({ status: Number(error?.code ?? 0), out, err }),
    );
    child.stdin?.end(input);
  });
}
