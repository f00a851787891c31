import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ResourceId } from '../../resources/resource.ts';

/** What a fix was tried on, and what is known of the text after it. */
export interface TriedFix {
  readonly before: readonly Diagnostic[];
  readonly after: readonly Diagnostic[];
  /** Resources that are named otherwise now. */
  readonly renamed: readonly { readonly from: ResourceId; readonly to: ResourceId }[];
}

/**
 * Whether one finding less says this of its resource, or one less of its code (what is said of
 * another route counts routes), or none at its place: some are said of the first place only.
 */
export function isMended(finding: Diagnostic, tried: TriedFix): boolean {
  const count = (all: readonly Diagnostic[], is: (one: Diagnostic) => boolean) =>
    all.filter(is).length;
  const isSame = (one: Diagnostic) => saysSame(one, finding);
  const isAlike = ({ code, resource }: Diagnostic) =>
    code === finding.code && resource === finding.resource;
  const { before } = tried;
  const after =
    tried.renamed.length === 0 ? tried.after : tried.after.map((one) => asBefore(one, tried));
  const isThere = after.some((one) => isSame(one) && placeKey(one) === placeKey(finding));
  return !isThere || [isSame, isAlike].some((is) => count(after, is) < count(before, is));
}

/**
 * The errors that were not there before, under no other message either: that a text knows more may
 * make a mistake certain that was possible before.
 */
export function freshErrors(tried: TriedFix): readonly Diagnostic[] {
  const { before, after } = tried;
  // What nothing has happened to is said in the same objects.
  const kept = new Set(before);
  const candidates = after.filter((one) => one.severity === 'error' && !kept.has(one));
  if (candidates.length === 0) return [];
  const places = new Set(before.map(placeKey));
  return candidates.filter((error) => {
    const one = asBefore(error, tried);
    return !places.has(placeKey(one)) && !before.some((known) => saysSame(known, one));
  });
}

/** Code and place of a finding, as text. */
export function placeKey({ code, resource, place }: Diagnostic): string {
  return `${code} ${resource} ${JSON.stringify(place)}`;
}

/** The finding as one of the resource under its name of before. */
function asBefore(diagnostic: Diagnostic, { renamed }: TriedFix): Diagnostic {
  const old = renamed.find(({ to }) => to === diagnostic.resource);
  return old === undefined ? diagnostic : { ...diagnostic, resource: old.from };
}

function saysSame(one: Diagnostic, other: Diagnostic): boolean {
  return (
    one.code === other.code && one.resource === other.resource && one.message === other.message
  );
}
