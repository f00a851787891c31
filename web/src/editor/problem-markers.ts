import { type Diagnosis, entryOf, listShown, placeOfDiagnostic, rangeOf } from '@portolan/model';
import type { MonacoTextStore } from '../session/text/monaco-text-store.ts';
import { monaco } from './monaco-setup.ts';

const OWNER = 'portolan';

const SEVERITIES = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const;

/** Marks every finding where it is, with the other parties. */
export function showProblems(text: MonacoTextStore, { diagnosis }: { diagnosis: Diagnosis }): void {
  const problems = listShown(diagnosis);
  const isClean = problems.length === 0;
  if (isClean && monaco.editor.getModelMarkers({ resource: text.model.uri }).length === 0) return;
  const { snapshot } = diagnosis;
  const toRange = (range: { readonly start: number; readonly end: number }) => {
    const start = text.model.getPositionAt(text.toModelOffset(range.start));
    const end = text.model.getPositionAt(text.toModelOffset(Math.max(range.end, range.start + 1)));
    return {
      startLineNumber: start.lineNumber,
      startColumn: start.column,
      endLineNumber: end.lineNumber,
      endColumn: end.column,
    };
  };
  const markers = problems.flatMap((problem): monaco.editor.IMarkerData[] => {
    const place = placeOfDiagnostic(snapshot, problem);
    if (place === undefined) return [];
    const relatedInformation = problem.related.flatMap(({ resource, path, message }) => {
      const range = rangeOf(snapshot, resource, path);
      return range === undefined
        ? []
        : [{ resource: text.model.uri, message: `${resource}: ${message}`, ...toRange(range) }];
    });
    return [
      {
        severity: SEVERITIES[problem.severity],
        message: problem.message,
        code: { value: problem.code, target: monaco.Uri.parse(entryOf(problem.code).link) },
        source: 'Portolan',
        relatedInformation,
        ...toRange(place),
      },
    ];
  });
  monaco.editor.setModelMarkers(text.model, OWNER, markers);
}
