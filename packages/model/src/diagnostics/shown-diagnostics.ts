import type { ResourceId } from '../resources/resource.ts';
import type { Diagnostic } from './diagnostic.ts';

/**
 * What of a document's diagnostics is shown: not what is muted, and not what only follows from
 * another one at the same place. `muted` has codes, alone or with a resource behind them:
 * `IST0118`, `IST0118 Service/shop/cart`.
 */
export function shownDiagnostics(
  diagnostics: readonly Diagnostic[],
  muted: readonly string[],
): readonly Diagnostic[] {
  const loud = diagnostics.filter((diagnostic) => !isMuted(diagnostic, muted));
  return loud.filter((one) => !loud.some((other) => isCauseOf(other, one)));
}

/** Whether the diagnostic is muted, by its code alone or for its resource. */
export function isMuted({ code, resource }: Diagnostic, muted: readonly string[]): boolean {
  return muted.includes(code) || (resource !== null && muted.includes(muteEntry(code, resource)));
}

/** What mutes a code for one resource. */
export function muteEntry(code: string, resource: ResourceId): string {
  return `${code} ${resource}`;
}

function isCauseOf(one: Diagnostic, other: Diagnostic): boolean {
  return (
    other.follows === one.code &&
    one.resource === other.resource &&
    JSON.stringify(one.place) === JSON.stringify(other.place)
  );
}
