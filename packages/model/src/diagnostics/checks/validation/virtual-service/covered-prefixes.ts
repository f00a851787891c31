import { at, entriesOf, keyOf, numberOf, type Place, textOf } from '../place.ts';

/** A match by a prefix of the path that an earlier one takes all requests of. */
export interface CoveredPrefix<Match extends { readonly place: Place }> {
  readonly match: Match;
  readonly by: Match;
}

/**
 * Pairs of matches with different prefixes of which the earlier takes all that the later could, as
 * Istio sees it: schemes, gateways and labels are not looked at, and no method counts as GET.
 */
export function findCoveredPrefixes<Match extends { readonly place: Place }>(
  matches: readonly Match[],
): readonly CoveredPrefix<Match>[] {
  const read = matches.map((match) => ({ match, by: readPrefix(match.place) }));
  const prefixed = read.filter(({ by }) => by.prefix !== '').slice(0, MOST);
  const covered: CoveredPrefix<Match>[] = [];
  for (const [index, early] of prefixed.entries()) {
    for (const late of prefixed.slice(index + 1)) {
      if (late.by.prefix === early.by.prefix || !covers(early.by, late.by)) continue;
      if (covered.length === MOST) return covered;
      covered.push({ match: late.match, by: early.match });
    }
  }
  return covered;
}

/** More in one VirtualService are not compared, nor told: nobody could look at all pairs. */
const MOST = 1000;

/** The prefix of the path; empty where it is matched otherwise. */
export function prefixOf(match: Place): string {
  return textOf(at(match, 'uri', 'prefix'));
}

interface PrefixMatch {
  readonly prefix: string;
  readonly port: number;
  readonly method: string;
  readonly authority: string;
  readonly maps: readonly ReadonlyMap<string, string>[];
}

function readPrefix(match: Place): PrefixMatch {
  return {
    prefix: prefixOf(match),
    port: numberOf(at(match, 'port')),
    method: printText(at(match, 'method')) || 'exact:GET',
    authority: printText(at(match, 'authority')),
    maps: ['headers', 'queryParams', 'withoutHeaders'].map(
      (name) =>
        new Map(entriesOf(at(match, name)).map((entry) => [keyOf(entry), printText(entry)])),
    ),
  };
}

function printText(match: Place): string {
  const exact = textOf(at(match, 'exact'));
  const prefix = textOf(at(match, 'prefix'));
  return exact !== '' ? `exact:${exact}` : prefix !== '' ? `prefix:${prefix}` : '';
}

function covers(early: PrefixMatch, late: PrefixMatch): boolean {
  return (
    late.prefix.startsWith(early.prefix) &&
    late.port === early.port &&
    early.method.startsWith(late.method) &&
    early.authority.startsWith(late.authority) &&
    early.maps.every((map, index) => coversMap(map, late.maps[index] ?? new Map()))
  );
}

function coversMap(early: ReadonlyMap<string, string>, late: ReadonlyMap<string, string>): boolean {
  if (early.size !== late.size) return false;
  return [...early].every(([key, value]) => {
    const other = late.get(key);
    return other !== undefined && value.startsWith(other);
  });
}
