import { buffer } from 'node:stream/consumers';
import { type CommandIo, runCommandLine } from './run-command-line.ts';

/** Runs the command that the process was started with; sets its exit status. */
export async function main(): Promise<void> {
  // A reader that has enough (`| head`) is no mistake of anybody.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  process.exitCode = await runCommandLine(process.argv.slice(2), processIo());
}

function processIo(): CommandIo {
  return {
    readStandardInput: () => buffer(process.stdin),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  };
}
