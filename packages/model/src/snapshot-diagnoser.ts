import { ALL_CHECKS } from './diagnostics/all-checks.ts';
import type { Schema } from './diagnostics/engine/check.ts';
import { createDiagnoser } from './diagnostics/engine/diagnoser.ts';
import type { Snapshot } from './snapshot.ts';
import type { Diagnosis, SnapshotDiagnoser } from './snapshot-diagnosis.ts';
import { stateOf } from './snapshot-state.ts';
import { finish } from './text/slices.ts';

/** A diagnoser that has seen nothing yet. */
export function createSnapshotDiagnoser(): SnapshotDiagnoser {
  const diagnoser = createDiagnoser(ALL_CHECKS, Date.now());
  return {
    *diagnose(snapshot, schema) {
      const { resources: blocks } = stateOf(snapshot);
      const { assumptions } = snapshot;
      const byDocument = yield* diagnoser.diagnose({ blocks, assumptions, schema });
      return { snapshot, byDocument };
    },
  };
}

/** The diagnosis of a text, all at once. */
export function diagnoseSnapshot(snapshot: Snapshot, schema: Schema | null = null): Diagnosis {
  return finish(createSnapshotDiagnoser().diagnose(snapshot, schema));
}
