import type { Diagnostic } from '@portolan/model';

/** How findings are sorted: by what is to be done about them. */
export type ProblemClass = 'error' | 'warning' | 'info' | 'unknown';

/** How many findings of each class there are. */
export function countClasses(
  problems: readonly Diagnostic[],
): Readonly<Record<ProblemClass, number>> {
  const counts = { error: 0, warning: 0, info: 0, unknown: 0 };
  for (const problem of problems) counts[classOf(problem)] += 1;
  return counts;
}

/** What cannot be known from the text is a class of its own, whatever its severity. */
export function classOf({ severity, certainty }: Diagnostic): ProblemClass {
  return certainty === 'unknown' ? 'unknown' : severity;
}
