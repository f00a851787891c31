import {
  createLineIndex,
  type Diagnosis,
  type Diagnostic,
  isMuted,
  listDiagnostics,
  placeOfDiagnostic,
  rangeOf,
  type TextPosition,
  type TextRange,
} from '@portolan/model';
import { findFile, type JoinedInputs } from '../read-inputs.ts';

/** A diagnostic with its place in the files. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly place: FilePlace;
  readonly related: readonly { readonly message: string; readonly place: FilePlace }[];
}

/** A range of one file; lines and columns count from 1, the end is behind the last character. */
export interface FilePlace {
  readonly file: string;
  readonly start: TextPosition;
  readonly end: TextPosition;
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

function createLocator(inputs: JoinedInputs): (range: TextRange | undefined) => FilePlace | null {
  const lineIndexes = new Map<string, ReturnType<typeof createLineIndex>>();
  return (range) => {
    const file = range && findFile(inputs, range.start);
    if (range === undefined || file === undefined) return null;
    const index = lineIndexes.get(file.name) ?? createLineIndex(file.text);
    lineIndexes.set(file.name, index);
    return {
      file: file.name,
      start: index.positionAt(range.start - file.start),
      end: index.positionAt(range.end - file.start),
    };
  };
}
