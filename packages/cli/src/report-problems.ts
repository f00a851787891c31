import { createLineIndex, problemsOf, type Snapshot, type SnapshotProblem } from '@portolan/model';
import { findFile, type JoinedInputs } from './read-inputs.ts';
import type { FailOn } from './read-options.ts';
import type { CommandIo } from './run-command-line.ts';

const LEVELS: readonly FailOn[] = ['never', 'error', 'warning', 'info'];

/**
 * Writes what is wrong with the documents to standard error, as file:line:column; returns whether
 * there is something that the command fails on.
 */
export function reportProblems(
  snapshot: Snapshot,
  inputs: JoinedInputs,
  failOn: FailOn,
  io: CommandIo,
): boolean {
  const problems = problemsOf(snapshot);
  const lineIndexes = new Map<string, ReturnType<typeof createLineIndex>>();
  for (const problem of problems) {
    const file = findFile(inputs, problem.range.start);
    if (file === undefined) continue;
    const index = lineIndexes.get(file.name) ?? createLineIndex(file.text);
    lineIndexes.set(file.name, index);
    const { line, column } = index.positionAt(problem.range.start - file.start);
    io.err(`${file.name}:${line}:${column}: ${problem.severity}: ${problem.message}\n`);
  }
  return problems.some(({ severity }) => isAtLeast(severity, failOn));
}

function isAtLeast(severity: SnapshotProblem['severity'], failOn: FailOn): boolean {
  return LEVELS.indexOf(severity) <= LEVELS.indexOf(failOn);
}
