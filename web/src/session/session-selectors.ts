import { problemsOf, type Snapshot } from '@portolan/model';
import type { SessionState } from './session.ts';

/** For useSessionState: the snapshot of the text. */
export function selectSnapshot({ snapshot }: SessionState): Snapshot {
  return snapshot;
}

/** For useSessionState: how many problems the text has. */
export function countProblems({ snapshot }: SessionState): number {
  return problemsOf(snapshot).length;
}
