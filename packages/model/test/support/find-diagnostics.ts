import {
  type Assumptions,
  buildSnapshot,
  type Diagnostic,
  diagnoseSnapshot,
  formatFieldPath,
  listDiagnostics,
  rangeOfDiagnostic,
  type Schema,
} from '../../src/index.ts';

/** The diagnostics of these codes in the text, all if none is named. */
export function findDiagnostics(
  text: string,
  codes: readonly string[] = [],
  schema: Schema | null = null,
  assumptions?: Assumptions,
): readonly Diagnostic[] {
  const all = listDiagnostics(diagnoseSnapshot(buildSnapshot(text, assumptions), schema));
  return codes.length === 0 ? all : all.filter(({ code }) => codes.includes(code));
}

/** The text that an editor underlines. */
export function underlined(diagnostic: Diagnostic): string {
  const { start, end } = rangeOfDiagnostic(diagnostic);
  return diagnostic.document.text.slice(start, end);
}

/** The place in words: the field, and whether its key is meant. */
export function placeOf({ place }: Diagnostic): string {
  if ('range' in place) return 'range';
  return `${formatFieldPath(place.path)}${place.part === 'key' ? ' key' : ''}`;
}

/** What Istio's validation says: `path <underlined>: error: its words`. */
export function validationOf(text: string, schema: Schema | null = null): readonly string[] {
  return findDiagnostics(text, ['IST0106', 'IST0133', 'PTL160'], schema).map(
    (one) =>
      `${placeOf(one)} <${underlined(one)}>: ${(one.istioMessage ?? 'lost').replace('Schema validation ', '')}`,
  );
}
