import {
  analyzeAsIstioctl,
  buildSnapshot,
  diagnoseSnapshot,
  entryOf,
  loadSchema,
  printAsIstioctl,
  type Severity,
} from '@portolan/model';
import { CommandError } from './command-error.ts';
import { type Finding, locateFindings } from './findings/finding.ts';
import { writeGithub } from './findings/write-github.ts';
import { writeJson } from './findings/write-json.ts';
import { writeSarif } from './findings/write-sarif.ts';
import { writeText } from './findings/write-text.ts';
import { readInputs } from './read-inputs.ts';
import { type CommonOptions, commonHelp, type FailOn, readOptions } from './read-options.ts';
import type { Command, CommandIo } from './run-command-line.ts';

const FORMATS: Readonly<Record<string, (findings: readonly Finding[]) => string>> = {
  text: writeText,
  json: writeJson,
  sarif: writeSarif,
  github: writeGithub,
};

const LEVELS: readonly FailOn[] = ['never', 'error', 'warning', 'info'];

/** `portolan analyze`: what is wrong in the manifests. */
export const analyzeCommand: Command = {
  name: 'analyze',
  summary: 'say what is wrong in the manifests, where, and what to do',
  help: `Says what is wrong in manifests: what istioctl analyze and Kiali find, and more.

Usage: portolan analyze FILES… [options]

${commonHelp(`  --format FORMAT      text (default), json, sarif (for code scanning) or github (annotations of
                       GitHub Actions); --json is --format json
  --as istioctl        exactly what "istioctl analyze --use-kube=false FILES -n NS" prints, as text or
                       json: only what it finds without a cluster, in its words
`)}
In a pipeline: portolan analyze manifests/ --format github --fail-on warning
`,
  run: async (args, io) => {
    const options = await readOptions(args, { format: {}, as: {} });
    const format = options.own.format ?? (options.json ? 'json' : 'text');
    const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
    if (write === undefined)
      throw new CommandError(
        `--format takes ${Object.keys(FORMATS).join(', ')}, and not ${format}.`,
      );
    if (options.own.as !== undefined) return runAsIstioctl(options, format, io);
    const inputs = await readInputs(options.inputs, io);
    const snapshot = buildSnapshot(inputs.text, options.assumptions);
    const findings = locateFindings(diagnoseSnapshot(snapshot, await loadSchema()), inputs);
    io.out(write(findings));
    const fails = findings.some(({ diagnostic }) => isAtLeast(diagnostic.severity, options.failOn));
    return fails ? 1 : 0;
  },
};

/** Where istioctl itself would be called in a pipeline. */
async function runAsIstioctl(
  { inputs, own, failOn, assumptions }: CommonOptions,
  format: string,
  io: CommandIo,
): Promise<number> {
  if (own.as !== 'istioctl') throw new CommandError(`--as takes istioctl, and not ${own.as}.`);
  if (format !== 'text' && format !== 'json')
    throw new CommandError(`--as istioctl prints text or json, and not ${format}.`);
  const { files } = await readInputs(inputs, io);
  const namespace = assumptions.defaultNamespace;
  const options = { namespace, allNamespaces: false };
  const messages = analyzeAsIstioctl(files, options, await loadSchema());
  io.out(printAsIstioctl(messages, format === 'json' ? 'json' : 'log'));
  return messages.some(({ code }) => isAtLeast(entryOf(code).severity, failOn)) ? 1 : 0;
}

function isAtLeast(severity: Severity, failOn: FailOn): boolean {
  return LEVELS.indexOf(severity) <= LEVELS.indexOf(failOn);
}
