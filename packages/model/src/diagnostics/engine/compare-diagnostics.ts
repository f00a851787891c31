import type { FieldPath } from '../../documents/field-path.ts';
import { compareText } from '../../text/compare-text.ts';
import type { Diagnostic, DiagnosticPlace } from '../diagnostic.ts';

/** The order of diagnostics of one document: by place, then code, then message; 0 for the same one said twice. */
export function compareDiagnostics(one: Diagnostic, other: Diagnostic): number {
  return (
    comparePlaces(one.place, other.place) ||
    compareText(one.code, other.code) ||
    compareText(one.resource ?? '', other.resource ?? '') ||
    compareText(one.message, other.message) ||
    compareText(one.istioMessage ?? '', other.istioMessage ?? '')
  );
}

/** Ranges come before fields: they are about the document as YAML. */
function comparePlaces(one: DiagnosticPlace, other: DiagnosticPlace): number {
  if ('range' in one)
    return 'range' in other
      ? one.range.start - other.range.start || one.range.end - other.range.end
      : -1;
  if ('range' in other) return 1;
  return comparePaths(one.path, other.path) || compareText(one.part, other.part);
}

function comparePaths(one: FieldPath, other: FieldPath): number {
  for (const [index, step] of one.entries()) {
    const otherStep = other[index];
    if (otherStep === undefined) return 1;
    if (step === otherStep) continue;
    if (typeof step === 'number' && typeof otherStep === 'number') return step - otherStep;
    return compareText(String(step), String(otherStep));
  }
  return one.length - other.length;
}
