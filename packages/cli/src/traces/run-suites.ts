import {
  buildSnapshot,
  changedOutcomes,
  endingWords,
  type OutcomeChange,
  type RegexEngine,
  runSuite,
  type Snapshot,
  type SuiteResult,
  type TraceRequest,
} from '@portolan/model';
import { CommandError } from '../command-error.ts';
import { readInputs } from '../read-inputs.ts';
import type { CommonOptions } from '../read-options.ts';
import { reportProblems } from '../report-problems.ts';
import type { CommandIo } from '../run-command-line.ts';
import { readSavedRequests } from './read-saved-requests.ts';

/** Runs the saved requests of a file; returns the exit status. */
export async function runSavedRequests(
  file: string,
  snapshot: Snapshot,
  regex: RegexEngine,
  { json }: CommonOptions,
  io: CommandIo,
): Promise<number> {
  const results = runSuite(snapshot, await readSavedRequests(file), regex);
  io.out(json ? suiteJson(results) : suiteText(results));
  return results.some(({ mismatches }) => mismatches.length > 0) ? 1 : 0;
}

function suiteText(results: readonly SuiteResult[]): string {
  const lines = results.flatMap(({ saved, trace, mismatches }) => [
    `${mismatches.length === 0 ? '✓' : '✗'} ${saved.name}: ${endingWords(trace)}`,
    ...mismatches.map(
      ({ field, expected, actual }) =>
        `    ${field} is ${JSON.stringify(actual)}, and expected is ${JSON.stringify(expected)}`,
    ),
  ]);
  const failed = results.filter(({ mismatches }) => mismatches.length > 0).length;
  const end = failed === 0 ? 'All as expected.' : `${failed} of ${results.length} not as expected.`;
  return `${[...lines, end].join('\n')}\n`;
}

function suiteJson(results: readonly SuiteResult[]): string {
  const plain = results.map(({ saved, trace, mismatches }) => ({
    name: saved.name,
    outcome: trace.outcome,
    status: trace.status,
    cluster: trace.cluster,
    passed: mismatches.length === 0,
    mismatches,
  }));
  return `${JSON.stringify(plain, null, 2)}\n`;
}

/** Prints which requests end otherwise in the second of two texts; returns the exit status. */
export async function runDifference(
  regex: RegexEngine,
  options: CommonOptions,
  io: CommandIo,
): Promise<number> {
  const [older, newer, ...more] = options.inputs;
  if (older === undefined || newer === undefined || more.length > 0)
    throw new CommandError('--diff takes two files or folders: the old one and the new one.');
  const before = await readSide(older, options, io);
  const after = await readSide(newer, options, io);
  const changes = changedOutcomes(before.snapshot, after.snapshot, regex);
  io.out(options.json ? changesJson(changes) : changesText(changes));
  return changes.length > 0 || before.failed || after.failed ? 1 : 0;
}

async function readSide(input: string, { assumptions, failOn }: CommonOptions, io: CommandIo) {
  const inputs = await readInputs([input], io);
  const snapshot = buildSnapshot(inputs.text, assumptions);
  return { snapshot, failed: reportProblems(snapshot, inputs, failOn, io) };
}

function changesText(changes: readonly OutcomeChange[]): string {
  if (changes.length === 0) return 'No request that a route is for ends otherwise.\n';
  const lines = changes.map(
    ({ request, before, after }) => `${nameOf(request)}: ${withPath(before)} → ${withPath(after)}`,
  );
  return `${lines.join('\n')}\n`;
}

function withPath(trace: OutcomeChange['before']): string {
  const path = trace.outcome === 'routed' ? ` ${trace.upstream?.path ?? ''}` : '';
  return `${endingWords(trace)}${path}`;
}

function changesJson(changes: readonly OutcomeChange[]): string {
  const plain = changes.map(({ request, before, after }) => ({
    request: nameOf(request),
    before: { outcome: before.outcome, status: before.status, ending: withPath(before) },
    after: { outcome: after.outcome, status: after.status, ending: withPath(after) },
  }));
  return `${JSON.stringify(plain, null, 2)}\n`;
}

/** `GET https://shop.example.com/cart`. */
function nameOf({ protocol, method, host, path, query, headers }: TraceRequest): string {
  const scheme = protocol === 'http2' ? 'http' : protocol;
  const all = Object.entries(headers).map(([name, value]) => ` (${name}: ${value})`);
  return `${method} ${scheme}://${host}${path}${query === null ? '' : `?${query}`}${all.join('')}`;
}
