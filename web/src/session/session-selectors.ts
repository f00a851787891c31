import { type Diagnostic, listShown, type Snapshot } from '@portolan/model';
import type { DiagnosisState } from './problems/diagnosing.ts';
import type { SessionState } from './session.ts';

/** For useSessionState: the snapshot of the text. */
export function selectSnapshot({ snapshot }: SessionState): Snapshot {
  return snapshot;
}

/** For useDiagnosis: what is shown of what is wrong, in text order. */
export function selectShown({ diagnosis }: DiagnosisState): readonly Diagnostic[] {
  return listShown(diagnosis);
}

/** For useDiagnosis: how many errors and warnings there are. */
export function countProblems(state: DiagnosisState): number {
  return selectShown(state).filter(({ severity }) => severity !== 'info').length;
}
