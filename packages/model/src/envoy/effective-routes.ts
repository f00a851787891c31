import type { RegexMatch } from '../schema/values/regex-match.ts';
import type { Slices } from '../text/slices.ts';
import type { Drop, GatewayConfig, Listener } from './gateway-config.ts';
import { findCommonRequest } from './match/find-common-request.ts';
import type { HttpMatch } from './match/http-match.ts';
import type { HttpRequest } from './match/http-request.ts';
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
  /** Rows of other VirtualServices that take some of its requests first, and do something else with them. */
  readonly dependsOnOrder: readonly RivalRow[];
}

/** A row that is asked before another one, and takes requests that are for both. */
export interface RivalRow {
  /** From 0. */
  readonly row: number;
  /** One that both match: `GET /cart?item=1 (x-user: jo)`. */
  readonly request: string;
}

/** As many rows of a table, from the first on, are compared with each other; more say nothing to a reader. */
const MOST_COMPARED = 200;

/** The merged routes of a gateway workload, by listener and virtual host; with a pause after each row. */
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
      rows: yield* toRows(virtualHost, matchRegex),
      compared: Math.min(MOST_COMPARED, virtualHost.routes.length),
      leftOut: [...drops.values()].filter(({ reason }) => reason !== 'hosts-apart'),
    });
    yield null;
  }
  return [...tables.values()];
}

function* toRows(
  virtualHost: VirtualHost,
  matchRegex: RegexMatch | null,
): Slices<readonly EffectiveRow[]> {
  const { routes, domains, virtualServices } = virtualHost;
  const [host = ''] = namesUnder(domains[0] ?? '*');
  const match = matchRegex && rememberAnswers(matchRegex);
  const earlier: Contender[] = [];
  const rows: EffectiveRow[] = [];
  for (const [at, route] of routes.entries()) {
    const isCompared = at < MOST_COMPARED;
    const shadow = isCompared ? findShadow(virtualHost, route, match) : null;
    const contender = isCompared && virtualServices.length > 1 ? toContender(route, at) : null;
    const rivals =
      contender === null || shadow !== null
        ? []
        : earlier.flatMap((one) => findRivalry(one, contender, host, match) ?? []);
    // What no request gets to takes none from others.
    if (contender !== null && shadow === null) earlier.push(contender);
    rows.push({
      route,
      shadowedBy: shadow === null ? null : routes.indexOf(shadow),
      dependsOnOrder: rivals,
    });
    yield null;
  }
  return rows;
}

/** The same texts are tried for each pair of rows. */
function rememberAnswers(matchRegex: RegexMatch): RegexMatch {
  const answers = new Map<string, Map<string, boolean | null>>();
  return (pattern, text) => {
    const known = answers.get(pattern) ?? new Map<string, boolean | null>();
    answers.set(pattern, known);
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = matchRegex(pattern, text);
    known.set(text, answer);
    return answer;
  };
}

/** A row as it is compared with others. */
interface Contender {
  readonly row: number;
  readonly route: EnvoyRoute;
  readonly conditions: HttpMatch;
  readonly outcome: string;
}

function toContender(route: EnvoyRoute, row: number): Contender | null {
  if (route.match === null) return null;
  return { row, route, conditions: conditionsHere(route.match), outcome: outcomeOf(route.action) };
}

const ENTRY = { gateway: '', port: 0, sourceLabels: {}, sourceNamespace: '' };

/** The first as a rival: both take a request, of different VirtualServices, and do not do the same with it. */
function findRivalry(
  one: Contender,
  other: Contender,
  authority: string,
  matchRegex: RegexMatch | null,
): RivalRow | null {
  if (one.route.virtualService === other.route.virtualService || one.outcome === other.outcome)
    return null;
  // Those that take everything are last by rule, and not by age.
  if (!one.route.isCatchAll && other.route.isCatchAll) return null;
  const frame = { scheme: 'http', authority, entry: ENTRY };
  const request = findCommonRequest([one.conditions, other.conditions], frame, matchRegex);
  return request && { row: one.row, request: sayRequest(request) };
}

function sayRequest({ method, path, query, headers }: HttpRequest): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [
    `${method} ${path}`,
    pairs.length === 0 ? '' : `?${pairs.join('&')}`,
    fields.length === 0 ? '' : ` (${fields.join(', ')})`,
  ].join('');
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
