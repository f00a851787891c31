import type { Resource } from '../../../../resources/resource.ts';
import { quoted } from '../../../../schema/values/quoted.ts';
import type { Report, ResourceCheck } from '../../../engine/check.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import { at, isSet, itemsOf, type Place, pathOf, textOf, topPlace } from '../place.ts';
import { findCoveredPrefixes, prefixOf } from './covered-prefixes.ts';
import { matchKey } from './match-key.ts';

/**
 * Routes and matches that repeat an earlier one, or stand behind a route for everything: exactly
 * those that Istio's schema.ValidationAnalyzer.VirtualService finds.
 */
export const ineffectiveRoutes: ResourceCheck = {
  name: 'ineffective-routes',
  codes: ['IST0130', 'IST0131'],
  about: ['VirtualService'],
  reads: [],
  run: (resource, _lookup, report) => {
    const spec = at(topPlace(resource.value), 'spec');
    for (const protocol of ['http', 'tcp', 'tls']) {
      const routes = itemsOf(at(spec, protocol)).flatMap((place, index) =>
        isSet(place) ? [{ place, label: labelOf(place, index, protocol) }] : [],
      );
      const effective = reportRepeated(resource, routes, protocol, report);
      if (protocol === 'http') reportCovered(resource, effective, report);
    }
  },
};

interface Labelled {
  readonly place: Place;
  /** As Istio calls it: its name in quotes, or its number. */
  readonly label: string;
}

interface Match extends Labelled {
  readonly route: Labelled;
}

function labelOf(place: Place, index: number, protocol: string): string {
  const name = protocol === 'http' ? textOf(at(place, 'name')) : '';
  return name === '' ? `#${index}` : quoteGo(name);
}

/** Reports routes and matches that are said before; gives the others. */
function reportRepeated(
  resource: Resource,
  routes: readonly Labelled[],
  protocol: string,
  report: Report,
): readonly Match[] {
  const known = new Map<string, Match>();
  let everything: Labelled | null = null;
  for (const route of routes) {
    const matches = itemsOf(at(route.place, 'match'));
    if (matches.length === 0) {
      if (everything !== null)
        reportUnreached(
          resource,
          route,
          everything,
          'only the last rule can have no matches',
          report,
        );
      everything = route;
    } else if (everything !== null) {
      reportUnreached(resource, route, everything, 'route without matches defined before', report);
    } else {
      let repeated: Match | null = null;
      let count = 0;
      for (const [index, place] of matches.entries()) {
        const match: Match = { place, label: labelOf(place, index, protocol), route };
        const key = matchKey(place.value);
        const earlier = known.get(key);
        if (earlier === undefined) {
          known.set(key, match);
          continue;
        }
        repeated = earlier;
        count += 1;
        reportIneffective(resource, match, earlier, report);
      }
      if (count === matches.length && repeated !== null)
        reportUnreached(resource, route, repeated.route, 'all matches used by prior rules', report);
    }
  }
  return [...known.values()];
}

function reportUnreached(
  resource: Resource,
  route: Labelled,
  by: Labelled,
  reason: string,
  report: Report,
): void {
  report({
    code: 'IST0130',
    resource,
    path: pathOf(route.place),
    message: `No request reaches this route: the ${describe(by)} takes ${reason.startsWith('all') ? 'all that this one matches' : 'every request'} before it. Move this one in front of it, or take it out.`,
    args: [route.label, reason],
    related: [{ resource: resource.id, path: pathOf(by.place), message: 'this route comes first' }],
  });
}

function reportIneffective(resource: Resource, match: Match, by: Match, report: Report): void {
  report({
    code: 'IST0131',
    resource,
    path: pathOf(match.place),
    message: `No request reaches this match: the ${describe(by.route)} has the very same one. Take this one out, or make it different.`,
    args: [match.route.label, match.label, by.route.label],
    related: [{ resource: resource.id, path: pathOf(by.place), message: 'the same match is here' }],
  });
}

function reportCovered(resource: Resource, matches: readonly Match[], report: Report): void {
  for (const { match, by } of findCoveredPrefixes(matches)) {
    report({
      code: 'IST0131',
      resource,
      path: pathOf(match.place),
      message: `The prefix ${quoted(prefixOf(by.place))} of the ${describe(by.route)} takes the requests for ${quoted(prefixOf(match.place))} before this match is tried. Move this route in front of it.`,
      args: [
        match.route.label,
        `${match.label} of prefix ${prefixOf(match.place)}`,
        `${by.label} of prefix ${prefixOf(by.place)} on ${by.route.label}`,
      ],
      // What proves it for any conditions says more: the whole route may be unreachable.
      follows: 'PTL210',
      related: [
        {
          resource: resource.id,
          path: pathOf(by.place),
          message: 'this shorter prefix comes first',
        },
      ],
    });
  }
}

function describe({ label, place }: Labelled): string {
  const index = pathOf(place).at(-1);
  return label.startsWith('#') ? `route number ${Number(index) + 1}` : `route ${label}`;
}
