import {
  type BuiltRequest,
  buildRequest,
  type FieldPath,
  loadRegexEngine,
  type RequestForRoute,
  requestForRoute,
  type Snapshot,
  type TopologyNode,
} from '@portolan/model';
import { suggestAddress } from './request-text.ts';

/** A request that goes through a node, or through one of its rows; or why there is none. */
export async function requestFor(
  snapshot: Snapshot,
  node: TopologyNode,
  row: string | null,
): Promise<BuiltRequest> {
  if (node.kind === 'VirtualService') return forRoutes(snapshot, node, row);
  if (node.kind === 'Service' || node.kind === 'ServiceEntry') return forService(snapshot, node);
  const server = Number(/^server-(\d+)/.exec(row ?? '')?.[1] ?? Number.NaN);
  const url = suggestAddress(snapshot.topology, { node: node.id, server });
  return url === ''
    ? { ok: false, reason: `No host leads through ${node.name}: no VirtualService is bound to it.` }
    : buildRequest({ url });
}

type Routed = Extract<TopologyNode, { readonly kind: 'VirtualService' }>;

/** The row's route, else the first that can be reached. */
async function forRoutes(
  snapshot: Snapshot,
  node: Routed,
  row: string | null,
): Promise<BuiltRequest> {
  const chosen = /^http-(\d+)/.exec(row ?? '')?.[1];
  const routes = chosen === undefined ? node.http.map(({ index }) => index) : [Number(chosen)];
  return firstReached(
    snapshot,
    routes.map((route) => ({ id: node.id, path: ['spec', 'http', route] })),
    `${node.name} has no http route.`,
  );
}

/** By a route that leads there. */
function forService(snapshot: Snapshot, { id, name }: TopologyNode): Promise<BuiltRequest> {
  const routes = snapshot.topology.edges.flatMap((edge) =>
    edge.kind === 'routes' && edge.protocol === 'http' && edge.target === id && !edge.mirror
      ? [{ id: edge.source, path: ['spec', 'http', edge.route] }]
      : [],
  );
  return firstReached(snapshot, routes, `No http route leads to ${name}.`);
}

async function firstReached(
  snapshot: Snapshot,
  routes: readonly { readonly id: string; readonly path: FieldPath }[],
  otherwise: string,
): Promise<BuiltRequest> {
  const regex = await loadRegexEngine();
  let refusal: RequestForRoute | null = null;
  for (const { id, path } of routes) {
    const found = requestForRoute(snapshot, id, path, regex);
    if (found.ok) return found;
    refusal ??= found;
  }
  return refusal?.ok === false
    ? { ok: false, reason: refusal.reason }
    : { ok: false, reason: otherwise };
}
