import { ALL_CHECKS } from './diagnostics/all-checks.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Schema } from './diagnostics/engine/check.ts';
import { createDiagnoser } from './diagnostics/engine/diagnoser.ts';
import { rangeOfKey, rangeOfPath } from './documents/find-node.ts';
import type { ManifestDocument } from './documents/manifest-document.ts';
import type { Snapshot } from './snapshot.ts';
import { stateOf } from './snapshot-state.ts';
import type { TextRange } from './text/text-range.ts';

/** What is wrong in a text, as far as it is known by now. */
export interface Diagnosis {
  readonly snapshot: Snapshot;
  /** Whether every check has run. */
  readonly isComplete: boolean;
  /** By document; documents without any are left out. */
  readonly byDocument: ReadonlyMap<ManifestDocument, readonly Diagnostic[]>;
}

/** Diagnoses one text as it changes. Any snapshot may follow any other; the nearer they are, the less it costs. */
export interface SnapshotDiagnoser {
  /**
   * Diagnoses the snapshot until everything is known or the time is up. To go on, call it again
   * with the same snapshot.
   */
  readonly diagnose: (
    snapshot: Snapshot,
    schema: Schema | null,
    isTimeUp?: () => boolean,
  ) => Diagnosis;
}

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

/** All diagnostics in text order: document by document, in each by the order of their paths. */
export function listDiagnostics({ snapshot, byDocument }: Diagnosis): readonly Diagnostic[] {
  return snapshot.documents.flatMap((document) => byDocument.get(document) ?? []);
}

/** Where the diagnostic is, as offsets in its document's text. */
export function rangeOfDiagnostic({ document, place }: Diagnostic): TextRange {
  if ('range' in place) return place.range;
  const find = place.part === 'key' ? rangeOfKey : rangeOfPath;
  return find(document, place.path);
}
