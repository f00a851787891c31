import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Assumptions, DEFAULT_ASSUMPTIONS, parseAssumptions } from '@portolan/model';
import { CommandError } from './command-error.ts';

/** Findings of this severity and above make the exit status 1. */
export type FailOn = 'error' | 'warning' | 'info' | 'never';

const FAIL_ON: readonly string[] = ['error', 'warning', 'info', 'never'] satisfies FailOn[];

/** What every command takes. */
export interface CommonOptions {
  readonly inputs: readonly string[];
  readonly json: boolean;
  readonly failOn: FailOn;
  readonly assumptions: Assumptions;
  /** What was given for the command's own options. */
  readonly own: Readonly<Record<string, string | undefined>>;
  /** For those that may be given several times: all that was given, in order. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** The command's own switches that are on. */
  readonly switches: ReadonlySet<string>;
}

/** An option of one command by its long name: it takes a value, perhaps several times, or is a switch. */
export type OwnOptions = Readonly<Record<string, OwnOption>>;

interface OwnOption {
  readonly short?: string;
  readonly takes?: 'several' | 'nothing';
}

/** The lines of `--help` about them, behind those about the command's own options. */
export function commonHelp(own = ''): string {
  return `FILES… are manifests, folders (all *.yaml, *.yml and *.json in them, at any depth) or - for
standard input.

Options:
${own}${COMMON_HELP}`;
}

const COMMON_HELP = `  --json               one JSON value on standard output
  --assume FILE        assumptions about what the manifests do not hold, as YAML or JSON
  --namespace NS       namespace of manifests without one (default: default)
  --cluster-domain D   the cluster's domain (default: cluster.local; may be empty)
  --fail-on LEVEL      exit with status 1 on findings of this severity and above:
                       error (default), warning, info or never
  --help               this text

Exit status: 0 nothing found, 1 findings, 2 bad usage or unreadable input.
`;

/** Reads the options of a command; throws a CommandError that says what to do. */
export async function readOptions(
  args: readonly string[],
  own: OwnOptions = {},
): Promise<CommonOptions> {
  const { values, positionals } = parse(args, own);
  if (positionals.length === 0)
    throw new CommandError('name at least one file or folder, or - for standard input.');
  const failOn = values['fail-on'] ?? 'error';
  if (!isFailOn(failOn))
    throw new CommandError(`--fail-on takes ${FAIL_ON.join(', ')}, and not ${failOn}.`);
  const assumed = await readAssumed(values.assume);
  const namespace = values.namespace ?? assumed.defaultNamespace;
  if (namespace === '') throw new CommandError('--namespace takes a name, and got nothing.');
  return {
    inputs: positionals,
    json: values.json ?? false,
    failOn,
    assumptions: {
      ...assumed,
      defaultNamespace: namespace,
      clusterDomain: values['cluster-domain'] ?? assumed.clusterDomain,
    },
    ...readOwn(own, values as Values),
  };
}

type Value = string | boolean | readonly string[] | undefined;
type Values = Readonly<Record<string, Value>>;

function readOwn(
  own: OwnOptions,
  values: Values,
): Pick<CommonOptions, 'own' | 'lists' | 'switches'> {
  const names = Object.keys(own);
  return {
    own: Object.fromEntries(names.map((name) => [name, textOf(values[name])])),
    lists: Object.fromEntries(names.map((name) => [name, textsOf(values[name])])),
    switches: new Set(names.filter((name) => values[name] === true)),
  };
}

function textOf(value: Value): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textsOf(value: Value): readonly string[] {
  return typeof value === 'object' ? value : [];
}

function isFailOn(text: string): text is FailOn {
  return FAIL_ON.includes(text);
}

function parse(args: readonly string[], own: OwnOptions) {
  const ownOptions: Record<
    string,
    { type: 'string' | 'boolean'; short?: string; multiple?: boolean }
  > = {};
  for (const [name, { short, takes }] of Object.entries(own)) {
    const type = takes === 'nothing' ? 'boolean' : 'string';
    ownOptions[name] = { type, multiple: takes === 'several', ...(short && { short }) };
  }
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...ownOptions,
        json: { type: 'boolean' },
        assume: { type: 'string' },
        namespace: { type: 'string' },
        'cluster-domain': { type: 'string' },
        'fail-on': { type: 'string' },
      },
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CommandError(`${firstSentence(error.message)} See --help for the options.`);
  }
}

function firstSentence(message: string): string {
  return `${message.split(/\.\s|\n/)[0]?.replace(/\.$/, '')}.`;
}

async function readAssumed(file: string | undefined): Promise<Assumptions> {
  if (file === undefined) return DEFAULT_ASSUMPTIONS;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandError(`--assume ${file} cannot be read: ${reasonOf(error)}.`);
  }
  const read = parseAssumptions(text);
  if (read.ok) return read.assumptions;
  throw new CommandError(`--assume ${file} does not fit:\n  ${read.problems.join('\n  ')}`);
}

/** Why the system refused, without its code and path. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EISDIR') return 'it is a folder';
  return error instanceof Error ? error.message : String(error);
}
