import { type Diagnostic, listShown, type Snapshot, type Topology } from '@portolan/model';
import type { DiagnosisState } from './problems/diagnosing.ts';
import type { CheckedRequest, CheckingState } from './requests/checking.ts';
import type { SessionState } from './session.ts';
import type { TracePath } from './tracing/trace-path.ts';
import type { TracingState } from './tracing/tracing.ts';

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

/** For useSessionState: the graph of the text. */
export function selectTopology({ snapshot }: SessionState): Topology {
  return snapshot.topology;
}

/** For useTracing: what the request has gone through by the step that is shown; null while nothing is traced. */
export function selectPath({ result, step }: TracingState): TracePath | null {
  return result?.paths[step] ?? null;
}

/** For useChecking: the saved requests that were sent, in their order. */
export function selectChecked({ results }: CheckingState): readonly CheckedRequest[] {
  return results;
}

/** For useChecking: how many saved requests do not end as they are expected to. */
export function countChanged({ results }: CheckingState): number {
  return results.filter(({ mismatches }) => mismatches.length > 0).length;
}
