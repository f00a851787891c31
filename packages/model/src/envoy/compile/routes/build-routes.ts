import type { FieldOrigin } from '../../../graph/topology.ts';
import { textField } from '../../../resources/tolerant-value.ts';
import type { Drop } from '../../gateway-config.ts';
import { type HttpMatch, MATCH_ALL, readHttpMatch } from '../../match/http-match.ts';
import type { RequestEntry } from '../../match/http-request.ts';
import { matchesEntry } from '../../match/matches-request.ts';
import type { EnvoyRoute } from '../../route-config.ts';
import type { DestinationPlace } from '../clusters/destination-cluster.ts';
import type { MatchBlock, RouteRule } from '../services/route-rule.ts';
import type { VirtualServiceRules } from '../services/virtual-service-rules.ts';
import { type BuiltAction, buildAction } from './route-action.ts';
import { readCors, readFault } from './route-policies.ts';

/** The routes of a VirtualService on a server, in order, and what is not among them. */
export interface BuiltRoutes {
  readonly routes: readonly EnvoyRoute[];
  readonly drops: readonly Drop[];
}

/**
 * The routes that istiod makes of a VirtualService for a server: one for each match block that
 * counts there. What takes every request is the last one (`BuildHTTPRoutesForVirtualService`).
 */
export function buildRoutes(
  place: DestinationPlace,
  entry: RequestEntry,
  service: VirtualServiceRules,
  serverEndsTls: boolean,
): BuiltRoutes {
  const routes: EnvoyRoute[] = [];
  const drops: Drop[] = [...service.drops];
  const { serverPort } = place;
  let end: FieldOrigin | null = null;
  for (const rule of service.http) {
    if (end !== null) {
      drops.push(cutOff(rule.origin, end));
      continue;
    }
    const act = once(() => buildAction(place, rule));
    if (rule.blocks.length === 0) {
      routes.push(buildRoute({ service, rule, serverPort, serverEndsTls }, null, MATCH_ALL, act()));
      end = rule.origin;
    }
    for (const block of rule.blocks) {
      const [origin = rule.origin] = block.origins;
      if (end !== null) {
        drops.push(cutOff(origin, end));
        continue;
      }
      const match = readHttpMatch(block.value, service.resource.namespace, service.bySegment);
      const drop = match === null ? null : findDrop(match, entry, origin);
      if (drop !== null) {
        drops.push(drop);
        continue;
      }
      routes.push(buildRoute({ service, rule, serverPort, serverEndsTls }, block, match, act()));
      if (match?.isCatchAll === true) end = origin;
    }
  }
  return { routes, drops };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

interface RoutePlace {
  readonly service: VirtualServiceRules;
  readonly rule: RouteRule;
  readonly serverPort: number;
  readonly serverEndsTls: boolean;
}

function buildRoute(
  { service: { resource }, rule, serverPort, serverEndsTls }: RoutePlace,
  block: MatchBlock | null,
  match: HttpMatch | null,
  built: BuiltAction,
): EnvoyRoute {
  const names = [rule.value, block?.value ?? {}].map((value) => textField(value, 'name') ?? '');
  const [ruleName = '', matchName = ''] = names;
  return {
    name: matchName === '' ? ruleName : `${ruleName}.${matchName}`,
    virtualService: resource.id,
    rule: rule.origin,
    delegatedBy: rule.delegatedBy,
    matchedBy: block?.origins ?? [],
    match,
    block: block?.value ?? null,
    written: rule.value,
    serverPort,
    serverEndsTls,
    isCatchAll: match?.isCatchAll === true,
    ...built,
    fault: readFault(rule),
    cors: readCors(rule),
  };
}

function findDrop(match: HttpMatch, entry: RequestEntry, origin: FieldOrigin): Drop | null {
  if (matchesEntry(match, entry)) return null;
  if (match.port !== null && match.port !== entry.port)
    return {
      reason: 'match-port',
      message: `This match is for the Gateway's port ${match.port}, and this server's is ${entry.port}, so it is not here. The port of the Gateway's server counts, not that of the load balancer.`,
      origin,
      by: null,
    };
  if (match.gateways !== null)
    return {
      reason: 'match-gateway',
      message: `This match is for ${match.gateways.join(', ')}, and not for the Gateway ${entry.gateway}, so it is not here.`,
      origin,
      by: null,
    };
  return {
    reason: 'match-source',
    message:
      'This match is for requests of other pods than those of the gateway, by sourceLabels or sourceNamespace, so it is not here.',
    origin,
    by: null,
  };
}

function cutOff(origin: FieldOrigin, by: FieldOrigin): Drop {
  return {
    reason: 'cut-off',
    message:
      'Istio leaves this out: a route of the same VirtualService in front of it takes every request. Move it to the front.',
    origin,
    by,
  };
}
