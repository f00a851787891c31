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
  const connection = await forConnections(snapshot, node, server);
  if (connection !== null) return connection;
  const url = suggestAddress(snapshot.topology, { node: node.id, server });
  return url === ''
    ? { ok: false, reason: `No host leads through ${node.name}: no VirtualService is bound to it.` }
    : buildRequest({ url, clientCertificate: wantsCertificate(snapshot, node) });
}

/** Whether a server behind the node takes only clients with a certificate; the others do not mind one. */
function wantsCertificate({ topology: { nodes, edges } }: Snapshot, { id }: TopologyNode): boolean {
  const exposed = edges.filter(({ kind, source }) => kind === 'exposes' && source === id);
  const gateways = new Set([id, ...exposed.map(({ target }) => target)]);
  return nodes.some(
    (one) =>
      one.kind === 'Gateway' &&
      gateways.has(one.id) &&
      one.servers.some(({ tls }) => tls?.mode === 'MUTUAL' || tls?.mode === 'ISTIO_MUTUAL'),
  );
}

/** Through a server that reads no HTTP: by a route of its own; null: it reads HTTP, or no such route leads there. */
async function forConnections(
  snapshot: Snapshot,
  node: TopologyNode,
  index: number,
): Promise<BuiltRequest | null> {
  const server = node.kind === 'Gateway' ? node.servers[index] : undefined;
  if (server === undefined || !/^(?:tcp|tls|mongo|mysql|redis)$/i.test(server.protocol))
    return null;
  const { edges, nodes } = snapshot.topology;
  const bound = edges.flatMap((edge) =>
    edge.kind === 'binds' &&
    edge.source === node.id &&
    edge.servers.some((one) => one.server === index)
      ? [edge.target]
      : [],
  );
  const regex = await loadRegexEngine();
  for (const service of nodes) {
    if (service.kind !== 'VirtualService' || !bound.includes(service.id)) continue;
    for (const protocol of ['tls', 'tcp'] as const)
      for (const route of service[protocol]) {
        const path = ['spec', protocol, route.index];
        const found = requestForRoute(snapshot, service.id, path, regex);
        // A route may be on other servers too.
        if (found.ok && found.request.port === server.port) return found;
      }
  }
  return null;
}

type Routed = Extract<TopologyNode, { readonly kind: 'VirtualService' }>;

/** The row's route, else the first that can be reached. */
async function forRoutes(
  snapshot: Snapshot,
  node: Routed,
  row: string | null,
): Promise<BuiltRequest> {
  const [, protocol, index] = /^(http|tls|tcp)-(\d+)/.exec(row ?? '') ?? [];
  const all = PROTOCOLS.flatMap((one) => node[one].map((route) => ['spec', one, route.index]));
  const chosen = index === undefined ? all : [['spec', protocol ?? '', Number(index)]];
  return firstReached(
    snapshot,
    chosen.map((path) => ({ id: node.id, path })),
    `${node.name} has no route.`,
  );
}

const PROTOCOLS = ['http', 'tls', 'tcp'] as const;

/** By a route that leads there. */
function forService(snapshot: Snapshot, { id, name }: TopologyNode): Promise<BuiltRequest> {
  const routes = snapshot.topology.edges.flatMap((edge) =>
    edge.kind === 'routes' && edge.target === id && !edge.mirror
      ? [{ id: edge.source, path: ['spec', edge.protocol, edge.route] }]
      : [],
  );
  return firstReached(snapshot, routes, `No route leads to ${name}.`);
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
