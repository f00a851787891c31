import { type Diagnostic, entryOf } from '@portolan/model';
import { classOf, type ProblemClass } from '../session/problems/problem-class.ts';

/** What is asked of the list. */
export interface ProblemFilter {
  /** A word of the code, the title, the message or the resource; any case. */
  readonly query: string;
  readonly hidden: ReadonlySet<ProblemClass>;
}

/** Findings that have a resource or a code in common, in text order. */
export interface ProblemGroup {
  /** A resource's id, a code, or empty for what belongs to no resource. */
  readonly key: string;
  readonly problems: readonly Diagnostic[];
}

/** The findings that pass the filter. */
export function filterProblems(
  problems: readonly Diagnostic[],
  { query, hidden }: ProblemFilter,
): readonly Diagnostic[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return problems.filter((problem) => {
    if (hidden.has(classOf(problem))) return false;
    const { code, message, resource } = problem;
    const text = `${code} ${entryOf(code).title} ${message} ${resource ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The findings in groups, each where its first one stands. */
export function groupProblems(
  problems: readonly Diagnostic[],
  by: 'resource' | 'code',
): readonly ProblemGroup[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const problem of problems) {
    const key = by === 'code' ? problem.code : (problem.resource ?? '');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return Array.from(groups, ([key, members]) => ({ key, problems: members }));
}
