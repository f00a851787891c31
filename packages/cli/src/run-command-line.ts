import { version } from '../package.json';
import { analyzeCommand } from './analyze-command.ts';
import { CommandError } from './command-error.ts';
import { renderCommand } from './render-command.ts';
import { routesCommand } from './routes-command.ts';
import { topologyCommand } from './topology-command.ts';
import { traceCommand } from './trace-command.ts';

/** Where a command reads and writes, beside files. */
export interface CommandIo {
  readonly readStandardInput: () => Promise<Uint8Array>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** One subcommand. */
export interface Command {
  readonly name: string;
  /** What it does, in one line. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /** Returns the exit status. */
  readonly run: (args: readonly string[], io: CommandIo) => Promise<number>;
}

const COMMANDS: readonly Command[] = [
  topologyCommand,
  analyzeCommand,
  traceCommand,
  routesCommand,
  renderCommand,
];

/** Runs one command line without the program's name; returns the exit status. Throws on bugs only. */
export async function runCommandLine(args: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    io.out(overview());
    return 0;
  }
  if (name === '--version') {
    io.out(`${version}\n`);
    return 0;
  }
  const command = COMMANDS.find((each) => each.name === name);
  try {
    if (command === undefined) throw new CommandError(whyUnknown(name));
    if (rest.includes('--help') || rest.includes('-h')) {
      io.out(command.help);
      return 0;
    }
    return await command.run(rest, io);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    io.err(`portolan: ${error.message}\n`);
    return 2;
  }
}

function whyUnknown(name: string | undefined): string {
  const known = COMMANDS.map((command) => command.name).join(', ');
  return name === undefined
    ? `say what to do: portolan ${COMMANDS[0]?.name} FILES…\nCommands: ${known}. More with --help.`
    : `there is no command ${name}. Commands: ${known}. More with --help.`;
}

function overview(): string {
  const commands = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`);
  return `portolan charts Istio manifests on the command line.

Usage: portolan COMMAND FILES… [options]

Commands:
${commands.join('\n')}

portolan COMMAND --help says more about each; portolan --version says which this is.
`;
}
