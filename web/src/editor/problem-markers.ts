import { problemsOf, type Snapshot } from '@portolan/model';
import type { MonacoTextStore } from '../session/monaco-text-store.ts';
import { monaco } from './monaco-setup.ts';

const OWNER = 'portolan';

const SEVERITIES = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const;

/** Marks every problem of the documents where it is. */
export function showProblems(text: MonacoTextStore, snapshot: Snapshot): void {
  const problems = problemsOf(snapshot);
  const isClean = problems.length === 0;
  if (isClean && monaco.editor.getModelMarkers({ resource: text.model.uri }).length === 0) return;
  const markers = problems.map(({ severity, message, code, range }) => {
    const start = text.model.getPositionAt(text.toModelOffset(range.start));
    const end = text.model.getPositionAt(text.toModelOffset(Math.max(range.end, range.start + 1)));
    return {
      severity: SEVERITIES[severity],
      message,
      code,
      source: 'YAML',
      startLineNumber: start.lineNumber,
      startColumn: start.column,
      endLineNumber: end.lineNumber,
      endColumn: end.column,
    };
  });
  monaco.editor.setModelMarkers(text.model, OWNER, markers);
}
