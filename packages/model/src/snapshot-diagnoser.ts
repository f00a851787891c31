import { ALL_CHECKS } from './diagnostics/all-checks.ts';
import type { Schema } from './diagnostics/engine/check.ts';
import { createDiagnoser } from './diagnostics/engine/diagnoser.ts';
import type { Snapshot } from './snapshot.ts';
import type { Diagnosis, SnapshotDiagnoser } from './snapshot-diagnosis.ts';
import { stateOf } from './snapshot-state.ts';

/** A diagnoser that has seen nothing yet. */
export function createSnapshotDiagnoser(): SnapshotDiagnoser {
  const diagnoser = createDiagnoser(ALL_CHECKS, Date.now());
  return {
    diagnose: (snapshot, schema, isTimeUp) => {
      const { resources: blocks } = stateOf(snapshot);
      diagnoser.update({ blocks, assumptions: snapshot.assumptions, schema });
      const isComplete = diagnoser.work(isTimeUp);
      return { snapshot, isComplete, byDocument: diagnoser.diagnostics() };
    },
  };
}

/** The diagnosis of a text, all at once. */
export function diagnoseSnapshot(snapshot: Snapshot, schema: Schema | null = null): Diagnosis {
  return createSnapshotDiagnoser().diagnose(snapshot, schema);
}
