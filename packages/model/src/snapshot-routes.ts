import type { FieldPath } from './documents/field-path.ts';
import { type EffectiveTable, effectiveRoutes } from './envoy/effective-routes.ts';
import type { EnvoyRoute } from './envoy/route-config.ts';
import { findNamedWorkload } from './envoy/trace/choose-workload.ts';
import { connectionPlaces, findConnection } from './envoy/trace/requests/connection-requests.ts';
import {
  findRouteRequest,
  type RequestScene,
  routePlaces,
} from './envoy/trace/requests/route-requests.ts';
import type { TraceRequest } from './envoy/trace/trace-request.ts';
import type { FieldOrigin } from './graph/topology.ts';
import type { ResourceId } from './resources/resource.ts';
import type { RegexEngine } from './schema/values/regex-engine.ts';
import type { Snapshot } from './snapshot.ts';
import { gatewayConfigs, gatewayConfigsInSlices } from './snapshot-envoy.ts';
import { finish, type Slices } from './text/slices.ts';

/** A request that gets to a route, or in words why none can. */
export type RequestForRoute =
  | { readonly ok: true; readonly request: TraceRequest }
  | { readonly ok: false; readonly reason: string; readonly by: FieldOrigin | null };

/**
 * A request that reaches a route of a VirtualService, or of a delegate: `path` is that of the route,
 * or for http of one of its matches.
 */
export function requestForRoute(
  snapshot: Snapshot,
  resource: ResourceId,
  path: FieldPath,
  regex: RegexEngine | null,
): RequestForRoute {
  const isMeant = ({ rule, matchedBy }: EnvoyRoute): boolean =>
    [rule, ...matchedBy].some(
      (origin) => origin.resourceId === resource && startsWith(origin.path, path),
    );
  let refusal: RequestForRoute | null = null;
  for (const scene of requestScenes(snapshot, regex)) {
    const { config } = scene;
    for (const place of routePlaces(config)) {
      if (!isMeant(place.route)) continue;
      const found = findRouteRequest(scene, place);
      if (found.kind === 'reached') return { ok: true, request: found.request };
      refusal ??= refused(found.kind === 'shadowed' ? found.by : found.taker);
    }
    for (const place of connectionPlaces(config)) {
      const { route } = place;
      if (route.resourceId !== resource || !startsWith(path, route.path)) continue;
      const found = findConnection(scene, place);
      if (typeof found !== 'string') return { ok: true, request: found };
      refusal ??= { ok: false, reason: found, by: null };
    }
    const drop = config.drops.find(
      ({ origin }) => origin.resourceId === resource && startsWith(path, origin.path),
    );
    if (drop !== undefined) refusal ??= { ok: false, reason: drop.message, by: drop.by };
  }
  return (
    refusal ?? {
      ok: false,
      reason: 'This route is on no gateway that is in this text or assumed.',
      by: null,
    }
  );
}

/** Every gateway workload, as the place where requests for its routes are looked for. */
export function requestScenes(
  snapshot: Snapshot,
  regex: RegexEngine | null,
): readonly RequestScene[] {
  const configs = gatewayConfigs(snapshot);
  return configs.map((config) => ({
    config,
    comesHere: (gateway) => findNamedWorkload(configs, gateway) === config,
    matchRegex: regex?.match ?? null,
  }));
}

function startsWith(path: FieldPath, start: FieldPath): boolean {
  return start.every((step, at) => step === path[at]);
}

function refused(by: EnvoyRoute | null): RequestForRoute {
  return by === null
    ? { ok: false, reason: 'No request was found that the match of this route takes.', by: null }
    : {
        ok: false,
        reason: 'A route in front of it takes the requests that it is for.',
        by: by.matchedBy[0] ?? by.rule,
      };
}

/** A request that reaches a row of an effective table, or in words why none can. */
export function requestForRow(
  snapshot: Snapshot,
  { virtualHost }: EffectiveTable,
  route: EnvoyRoute,
  regex: RegexEngine | null,
): RequestForRoute {
  for (const scene of requestScenes(snapshot, regex))
    for (const place of routePlaces(scene.config)) {
      if (place.virtualHost !== virtualHost || place.route !== route) continue;
      const found = findRouteRequest(scene, place);
      return found.kind === 'reached'
        ? { ok: true, request: found.request }
        : refused(found.kind === 'shadowed' ? found.by : found.taker);
    }
  return { ok: false, reason: 'This route is not there any more.', by: null };
}

/** One request for each route that one can be found for, on every gateway; each once. */
export function requestsForRoutes(
  snapshot: Snapshot,
  regex: RegexEngine | null,
): readonly TraceRequest[] {
  return finish(requestsForRoutesInSlices(snapshot, regex));
}

/** The same, with pauses. */
export function* requestsForRoutesInSlices(
  snapshot: Snapshot,
  regex: RegexEngine | null,
): Slices<readonly TraceRequest[]> {
  const requests = new Map<string, TraceRequest>();
  const keep = (request: TraceRequest) => requests.set(JSON.stringify(request), request);
  yield* gatewayConfigsInSlices(snapshot);
  for (const scene of requestScenes(snapshot, regex)) {
    for (const place of routePlaces(scene.config)) {
      const found = findRouteRequest(scene, place);
      if (found.kind === 'reached') keep(found.request);
      yield null;
    }
    for (const place of connectionPlaces(scene.config)) {
      const found = findConnection(scene, place);
      if (typeof found !== 'string') keep(found);
      yield null;
    }
  }
  return [...requests.values()];
}

/** The merged routes of every gateway workload, by listener and virtual host. */
export function effectiveTables(
  snapshot: Snapshot,
  regex: RegexEngine | null,
): readonly EffectiveTable[] {
  return finish(effectiveTablesInSlices(snapshot, regex));
}

/** The same, with pauses. */
export function* effectiveTablesInSlices(
  snapshot: Snapshot,
  regex: RegexEngine | null,
): Slices<readonly EffectiveTable[]> {
  const tables: EffectiveTable[] = [];
  for (const config of yield* gatewayConfigsInSlices(snapshot))
    tables.push(...(yield* effectiveRoutes(config, regex?.match ?? null)));
  return tables;
}
