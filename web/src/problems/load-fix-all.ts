import {
  type FixAll,
  type FixScope,
  finish,
  listShown,
  loadSchema,
  loadSnapshotDiagnoser,
  planFixAll,
  type Snapshot,
} from '@portolan/model';

/** What mends all findings of a kind, once the checks are loaded: each step is checked before it counts. */
export async function loadFixAll(snapshot: Snapshot, scope: FixScope): Promise<FixAll> {
  const [diagnoser, schema] = await Promise.all([loadSnapshotDiagnoser(), loadSchema()]);
  return planFixAll(snapshot, scope, (text) => listShown(finish(diagnoser.diagnose(text, schema))));
}
