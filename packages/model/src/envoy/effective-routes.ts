import type { RegexMatch } from '../schema/values/regex-match.ts';
import type { Slices } from '../text/slices.ts';
import type { Drop, GatewayConfig, Listener } from './gateway-config.ts';
import { findCommonRequest } from './match/find-common-request.ts';
import { namesUnder } from './match/names-under.ts';
import type { EnvoyRoute, RouteAction, VirtualHost } from './route-config.ts';
import { conditionsHere, findShadow, routePlaces } from './trace/requests/route-requests.ts';

/** The routes of one virtual host in the order in which they are tried. */
export interface EffectiveTable {
  /** The gateway workload: see `GatewayWorkload.id`. */
  readonly workload: string;
  readonly listener: Listener;
  /** The Gateway of the server, as `namespace/name`. */
  readonly gateway: string;
  readonly routeConfig: string;
  readonly virtualHost: VirtualHost;
  readonly rows: readonly EffectiveRow[];
  /** As many of the rows, from the first on, are compared with each other. */
  readonly compared: number;
  /** Routes of its VirtualServices that are not here, and why. */
  readonly leftOut: readonly Drop[];
}

/** A route of the table. */
export interface EffectiveRow {
  readonly route: EnvoyRoute;
  /** The row (from 0) that takes all its requests first; null: none is proven to. */
  readonly shadowedBy: number | null;
  /** Rows (from 0) of other VirtualServices that take some of its requests first, and do something else with them. */
  readonly dependsOnOrder: readonly number[];
}

/** As many rows of a table, from the first on, are compared with each other; more say nothing to a reader. */
const MOST_COMPARED = 200;

/** The merged routes of a gateway workload, by listener and virtual host; with a pause after each. */
export function* effectiveRoutes(
  config: GatewayConfig,
  matchRegex: RegexMatch | null,
): Slices<readonly EffectiveTable[]> {
  const tables = new Map<VirtualHost, EffectiveTable>();
  for (const { listener, chain, routeConfig, virtualHost } of routePlaces(config)) {
    if (tables.has(virtualHost)) continue;
    const services = new Set(virtualHost.virtualServices);
    const drops = new Map(
      routeConfig.drops
        .filter(({ origin }) => services.has(origin.resourceId))
        .map((drop) => [`${drop.origin.resourceId} ${drop.origin.path.join('.')}`, drop]),
    );
    tables.set(virtualHost, {
      workload: config.workload.id,
      listener,
      gateway: chain.server.gateway,
      routeConfig: routeConfig.name,
      virtualHost,
      rows: toRows(virtualHost, matchRegex),
      compared: Math.min(MOST_COMPARED, virtualHost.routes.length),
      leftOut: [...drops.values()].filter(({ reason }) => reason !== 'hosts-apart'),
    });
    yield null;
  }
  return [...tables.values()];
}

function toRows(virtualHost: VirtualHost, matchRegex: RegexMatch | null): readonly EffectiveRow[] {
  const { routes, domains, virtualServices } = virtualHost;
  const isShared = virtualServices.length > 1;
  const [host] = namesUnder(domains[0] ?? '*');
  const shadows = routes.map((route, at) =>
    at < MOST_COMPARED ? findShadow(virtualHost, route, matchRegex) : null,
  );
  return routes.map((route, at) => {
    const shadow = shadows[at] ?? null;
    const earlier = isShared && at < MOST_COMPARED ? routes.slice(0, at) : [];
    return {
      route,
      shadowedBy: shadow === null ? null : routes.indexOf(shadow),
      dependsOnOrder: earlier.flatMap((other, index) =>
        shadows[index] == null && isRival(other, route, host, matchRegex) ? [index] : [],
      ),
    };
  });
}

/** Whether both take a request, of different VirtualServices, and do not do the same with it. */
function isRival(
  one: EnvoyRoute,
  other: EnvoyRoute,
  authority: string,
  matchRegex: RegexMatch | null,
): boolean {
  if (one.virtualService === other.virtualService || one.match === null || other.match === null)
    return false;
  // Those that take everything are last by rule, and not by age.
  if (!one.isCatchAll && other.isCatchAll) return false;
  if (outcomeOf(one.action) === outcomeOf(other.action)) return false;
  const entry = { gateway: '', port: 0, sourceLabels: {}, sourceNamespace: '' };
  const matches = [conditionsHere(one.match), conditionsHere(other.match)];
  return findCommonRequest(matches, { scheme: 'http', authority, entry }, matchRegex) !== null;
}

function outcomeOf(action: RouteAction): string {
  switch (action.kind) {
    case 'route':
      return action.clusters.map(({ name, share }) => `${name} ${share}`).join(', ');
    case 'redirect':
      return JSON.stringify(action.redirect);
    case 'direct-response':
      return `${action.status} ${action.body}`;
    case 'none':
      return '';
  }
}
