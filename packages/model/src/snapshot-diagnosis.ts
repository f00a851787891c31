import { checkDocument } from './diagnostics/check-document.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Schema } from './diagnostics/engine/check.ts';
import { rangeOfDiagnostic } from './diagnostics/range-of-diagnostic.ts';
import { shownDiagnostics } from './diagnostics/shown-diagnostics.ts';
import type { ManifestDocument } from './documents/manifest-document.ts';
import type { Snapshot } from './snapshot.ts';
import { startsOf } from './snapshot-lookup.ts';
import type { Slices } from './text/slices.ts';
import type { TextRange } from './text/text-range.ts';

/** What is wrong in a text. */
export interface Diagnosis {
  readonly snapshot: Snapshot;
  /** What is wrong with resources, by their document; documents without any are left out. */
  readonly byDocument: ReadonlyMap<ManifestDocument, readonly Diagnostic[]>;
}

/** Diagnoses one text as it changes. Any snapshot may follow any other; the nearer they are, the less it costs. */
export interface SnapshotDiagnoser {
  /** One that is not gone on with once another has begun. */
  readonly diagnose: (snapshot: Snapshot, schema: Schema | null) => Slices<Diagnosis>;
}

/**
 * Loads the checks, and gives a diagnoser that has seen nothing yet: they are much code, for which
 * nobody who only shows a map has to wait.
 */
export async function loadSnapshotDiagnoser(): Promise<SnapshotDiagnoser> {
  const { createSnapshotDiagnoser } = await import('./snapshot-diagnoser.ts');
  return createSnapshotDiagnoser();
}

/** All diagnostics in text order: document by document, in each first those of its YAML, then by the order of their paths. */
export function listDiagnostics(diagnosis: Diagnosis): readonly Diagnostic[] {
  return diagnosis.snapshot.documents.flatMap((document) => diagnosticsOf(diagnosis, document));
}

/** The diagnostics of one document. */
function diagnosticsOf(
  { byDocument }: Diagnosis,
  document: ManifestDocument,
): readonly Diagnostic[] {
  const own = checkDocument(document);
  const ofResources = byDocument.get(document);
  if (ofResources === undefined) return own;
  return own.length === 0 ? ofResources : [...own, ...ofResources];
}

/** The diagnostics that are shown, in text order: without muted ones and those that follow from others. */
export function listShown(diagnosis: Diagnosis): readonly Diagnostic[] {
  const known = shownOf.get(diagnosis);
  if (known !== undefined) return known;
  const { documents, assumptions } = diagnosis.snapshot;
  const shown = documents.flatMap((document) =>
    shownDiagnostics(diagnosticsOf(diagnosis, document), assumptions.muted),
  );
  shownOf.set(diagnosis, shown);
  return shown;
}

const shownOf = new WeakMap<Diagnosis, readonly Diagnostic[]>();

/** Where the diagnostic is in the whole text of a snapshot; undefined where its document is not there any more. */
export function placeOfDiagnostic(
  snapshot: Snapshot,
  diagnostic: Diagnostic,
): TextRange | undefined {
  const start = startsOf(snapshot).get(diagnostic.document);
  if (start === undefined) return undefined;
  const range = rangeOfDiagnostic(diagnostic);
  return { start: start + range.start, end: start + range.end };
}
