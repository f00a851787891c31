import type { RouteMatch } from '../../../envoy/match/route-matches.ts';

/** Matches by their paths, so that of many only those are compared that can cover one. */
export interface CoverIndex {
  readonly add: (match: RouteMatch) => void;
  /** The matches added so far that may cover this one; all others cannot. */
  readonly candidatesFor: (match: RouteMatch) => Iterable<RouteMatch>;
}

/** An index of nothing yet. */
export function createCoverIndex(): CoverIndex {
  const exact = new Map<string, RouteMatch[]>();
  const wide: RouteMatch[] = [];
  return {
    add: (one) => {
      const uri = one.match?.uri;
      if (uri === undefined) return;
      const same = uri.kind === 'exact' && !uri.fold ? (exact.get(uri.text) ?? []) : wide;
      same.push(one);
      if (uri.kind === 'exact' && !uri.fold) exact.set(uri.text, same);
    },
    candidatesFor: ({ match }) => {
      const uri = match?.uri;
      const same = uri?.kind === 'exact' ? (exact.get(uri.text) ?? []) : [];
      return [...same, ...wide];
    },
  };
}
