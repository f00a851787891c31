import type { Diagnostic } from '@portolan/model';

/** How findings are sorted: by what is to be done about them. */
export type ProblemClass = 'error' | 'warning' | 'info' | 'unknown';

/** What cannot be known from the text is a class of its own, whatever its severity. */
export function classOf({ severity, certainty }: Diagnostic): ProblemClass {
  return certainty === 'unknown' ? 'unknown' : severity;
}
