import type { Snapshot } from '@portolan/model';
import type { SessionState } from './session.ts';

/** For useSessionState: the snapshot of the text. */
export function selectSnapshot({ snapshot }: SessionState): Snapshot {
  return snapshot;
}
