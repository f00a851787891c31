import {
  type Diagnosis,
  type Diagnostic,
  isMuted,
  listDiagnostics,
  placeOfDiagnostic,
  rangeOf,
} from '@portolan/model';
import { createLocator, type FilePlace } from '../locate-places.ts';
import type { JoinedInputs } from '../read-inputs.ts';

/** A diagnostic with its place in the files. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly place: FilePlace;
  readonly related: readonly { readonly message: string; readonly place: FilePlace }[];
}

/** The findings of a diagnosis that are not muted, in the order of the files. */
export function locateFindings(diagnosis: Diagnosis, inputs: JoinedInputs): readonly Finding[] {
  const { snapshot } = diagnosis;
  const locate = createLocator(inputs);
  return listDiagnostics(diagnosis)
    .filter((diagnostic) => !isMuted(diagnostic, snapshot.assumptions.muted))
    .flatMap((diagnostic) => {
      const place = locate(placeOfDiagnostic(snapshot, diagnostic));
      if (place === null) return [];
      const related = diagnostic.related.flatMap(({ resource, path, message }) => {
        const other = locate(rangeOf(snapshot, resource, path));
        return other === null ? [] : [{ message: `${resource}: ${message}`, place: other }];
      });
      return [{ diagnostic, place, related }];
    });
}
