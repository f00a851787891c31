import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** Whether there is one finding less that says this of its resource, wherever in it. */
export function isMended(
  finding: Diagnostic,
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): boolean {
  const count = (all: readonly Diagnostic[]) => all.filter((one) => saysSame(one, finding)).length;
  return count(after) < count(before);
}

/**
 * The errors that were not there before, under no other message either: that a text knows more may
 * make a mistake certain that was possible before.
 */
export function freshErrors(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): readonly Diagnostic[] {
  const places = new Set(before.map(placeKey));
  return after.filter(
    (one) =>
      one.severity === 'error' &&
      !places.has(placeKey(one)) &&
      !before.some((known) => saysSame(known, one)),
  );
}

/** Code and place of a finding, as text. */
export function placeKey({ code, resource, place }: Diagnostic): string {
  return `${code} ${resource} ${JSON.stringify(place)}`;
}

function saysSame(one: Diagnostic, other: Diagnostic): boolean {
  return (
    one.code === other.code && one.resource === other.resource && one.message === other.message
  );
}
