import type { ResourceOf } from '../../../graph/graph-lookup.ts';
import type { FieldOrigin } from '../../../graph/topology.ts';
import type { GatewayServer } from '../../../resources/kinds/gateway.ts';
import { isRecord, listField, recordField, textField } from '../../../resources/tolerant-value.ts';
import type { Drop, ServerState } from '../../gateway-config.ts';
import { endsTls, isHttpProtocol } from '../../server-traffic.ts';
import type { ApplyingGateway } from './applying-gateways.ts';
import { resolvePorts } from './resolve-ports.ts';

/** A server on a port of the pods. */
export interface PlacedServer {
  readonly gateway: ResourceOf<'Gateway'>;
  /** As it is written. */
  readonly server: GatewayServer;
  readonly state: ServerState;
  /** The pods' port. */
  readonly target: number;
  /** null: its traffic is no HTTP that the gateway reads. */
  readonly routeConfig: string | null;
}

/** What the servers of all Gateways that apply come to (`mergeGateways`). */
export interface MergedServers {
  /** Every server, also those that are left out. */
  readonly states: readonly ServerState[];
  /** What listens on each port, in order: `port bind protocol` → servers. */
  readonly ports: ReadonlyMap<string, ServerPort>;
  /** By the route configuration's name. */
  readonly byRouteConfig: ReadonlyMap<string, readonly PlacedServer[]>;
}

/** Servers of one protocol on one port: plain HTTP ones share what they get. */
export interface ServerPort {
  readonly target: number;
  readonly bind: string;
  readonly isPlainHttp: boolean;
  readonly servers: readonly PlacedServer[];
}

/** Goes through the servers as istiod does: the first to come has the port, or the host. */
export function mergeServers(
  gateways: readonly ApplyingGateway[],
  isUnprivileged: boolean,
): MergedServers {
  const merge = new ServerMerge();
  for (const applying of gateways)
    for (const server of applying.gateway.details.servers)
      merge.add(applying, server, isUnprivileged);
  return merge.result();
}

interface GrowingPort extends ServerPort {
  readonly servers: PlacedServer[];
}

/** What has a port of an address. Changes in place. */
interface UsedPort {
  /** The first server without TLS; null while all have TLS. */
  plain: PlacedServer | null;
  /** The TLS hosts that are taken. */
  readonly hosts: Map<string, PlacedServer>;
}

class ServerMerge {
  readonly #states: ServerState[] = [];
  readonly #ports = new Map<string, GrowingPort>();
  readonly #used = new Map<string, UsedPort>();
  readonly #byRouteConfig = new Map<string, PlacedServer[]>();

  result(): MergedServers {
    return { states: this.#states, ports: this.#ports, byRouteConfig: this.#byRouteConfig };
  }

  add(applying: ApplyingGateway, server: GatewayServer, isUnprivileged: boolean): void {
    const { gateway } = applying;
    const { state, drops, targets } = startState(gateway, server);
    this.#states.push(state);
    if (server.port === null) {
      drops.push(dropped('no-port', state, NO_PORT));
      return;
    }
    const resolved = resolvePorts(server.port, applying);
    if (resolved.length === 0) drops.push(dropped('no-service-port', state, noService(server)));
    for (const target of resolved) {
      const routeConfig = nameRoutes(gateway, server, state, target);
      const placed = { gateway, server, state, target, routeConfig };
      const drop =
        isUnprivileged && target < 1024
          ? dropped('privileged-port', state, privileged(target))
          : this.#take(placed);
      if (drop === null) targets.push(target);
      else drops.push(drop);
    }
  }

  /** null: it is taken. */
  #take(placed: PlacedServer): Drop | null {
    const { state, target, server } = placed;
    const key = `${target} ${state.bind}`;
    const used = this.#used.get(key) ?? { plain: null, hosts: new Map() };
    const isFirst = !this.#used.has(key);
    this.#used.set(key, used);
    if (server.tls !== null) {
      const taken = state.hosts.find((host) => used.hosts.has(host));
      const other = taken === undefined ? undefined : used.hosts.get(taken);
      if (taken !== undefined && other !== undefined) return hostTaken(placed, taken, other);
      for (const host of state.hosts) used.hosts.set(host, placed);
    }
    if (used.plain !== null) {
      const canShare = isPlainHttp(used.plain.server) && isPlainHttp(server);
      if (!canShare) return portTaken(placed, used.plain);
    } else if (!isFirst && placed.routeConfig !== null) {
      const [other] = this.#byRouteConfig.get(placed.routeConfig) ?? [];
      if (other !== undefined) return nameTaken(placed, other);
    }
    if (!isTlsServer(server)) used.plain ??= placed;
    this.#place(placed, used);
    return null;
  }

  #place(placed: PlacedServer, { plain }: UsedPort): void {
    const { state, target, routeConfig, server } = placed;
    // Plain HTTP servers are one filter chain, whatever each calls its protocol.
    const protocol = isPlainHttp(server) ? (plain?.state.protocol ?? '') : state.protocol;
    const key = `${target} ${state.bind} ${protocol}`;
    const port = this.#ports.get(key);
    if (port !== undefined) port.servers.push(placed);
    else
      this.#ports.set(key, {
        target,
        bind: state.bind,
        isPlainHttp: isPlainHttp(server),
        servers: [placed],
      });
    if (routeConfig === null) return;
    const sharing = this.#byRouteConfig.get(routeConfig);
    if (sharing === undefined) this.#byRouteConfig.set(routeConfig, [placed]);
    else sharing.push(placed);
  }
}

function startState(gateway: ResourceOf<'Gateway'>, server: GatewayServer) {
  const drops: Drop[] = [];
  const targets: number[] = [];
  const written = listField(recordField(gateway.value, 'spec'), 'servers')[server.index];
  const state: ServerState = {
    gateway: `${gateway.namespace}/${gateway.name}`,
    index: server.index,
    port: server.port ?? 0,
    portName: server.portName,
    protocol: server.protocol,
    hosts: sanitizeHosts(server.hosts, gateway.namespace),
    bind: isRecord(written) ? (textField(written, 'bind') ?? '') : '',
    targets,
    origin: { resourceId: gateway.id, path: ['spec', 'servers', server.index] },
    drops,
  };
  return { state, drops, targets };
}

/** `./host` is for the Gateway's own namespace, `*` + `/host` for all; one `*` + `/*` is the whole server. */
function sanitizeHosts(hosts: readonly string[], namespace: string): readonly string[] {
  const sanitized: string[] = [];
  for (const written of hosts) {
    const [prefix = '', host] = written.split('/');
    if (host === undefined) sanitized.push(written);
    else if (prefix === '.') sanitized.push(`${namespace}/${host}`);
    else if (prefix !== '*') sanitized.push(written);
    else if (host === '*') return ['*'];
    else sanitized.push(host);
  }
  return sanitized;
}

function isPlainHttp({ protocol }: GatewayServer): boolean {
  return isHttpProtocol(protocol);
}

/** Has TLS settings and is no plain HTTP: its connections are told apart by their server names. */
function isTlsServer({ protocol, tls }: GatewayServer): boolean {
  return tls !== null && !isHttpProtocol(protocol);
}

/** `http.8080`, shared; `https.443.https.shop.default`, for one server alone. */
function nameRoutes(
  gateway: ResourceOf<'Gateway'>,
  server: GatewayServer,
  { bind, port, portName, protocol }: ServerState,
  target: number,
): string | null {
  const end = bind === '' ? '' : `.${bind}`;
  if (isHttpProtocol(protocol)) return `http.${target}${end}`;
  const readsHttp = protocol.toUpperCase() === 'HTTPS' && endsTls(server);
  return readsHttp ? `https.${port}.${portName}.${gateway.name}.${gateway.namespace}${end}` : null;
}

const NO_PORT =
  'The server has no port number, so Istio leaves it out. Write a number at port.number.';

function noService({ port }: GatewayServer): string {
  return `The Gateway names its Services, and none of them has the port ${port}, so nothing listens for this server. Add the port to the Service.`;
}

function privileged(target: number): string {
  return `These pods may not listen on ports below 1024, and the server comes to ${target}, so Istio leaves it out. Let the Service lead to a higher port.`;
}

function dropped(reason: Drop['reason'], { origin }: ServerState, message: string): Drop {
  return { reason, message, origin, by: null };
}

function hostTaken({ state }: PlacedServer, host: string, other: PlacedServer): Drop {
  const rest = state.hosts.length > 1 ? ', with all its hosts' : '';
  return {
    reason: 'host-taken',
    message: `Istio leaves out this server of ${state.gateway}${rest}: ${wordsOf(other)} has "${host}" on this port already. Keep each host in one server.`,
    origin: hostOrigin(state.origin),
    by: other.state.origin,
  };
}

function hostOrigin({ resourceId, path }: FieldOrigin): FieldOrigin {
  return { resourceId, path: [...path, 'hosts'] };
}

function portTaken({ state, target }: PlacedServer, other: PlacedServer): Drop {
  return {
    reason: 'port-taken',
    message: `Istio leaves out this server of ${state.gateway}: port ${target} of the pods is one for ${other.state.protocol} by ${wordsOf(other)}, and ${state.protocol} cannot be there too. Give them different ports.`,
    origin: { resourceId: state.origin.resourceId, path: [...state.origin.path, 'port'] },
    by: other.state.origin,
  };
}

function nameTaken({ state }: PlacedServer, other: PlacedServer): Drop {
  return {
    reason: 'name-taken',
    message: `Istio leaves out this server of ${state.gateway}: ${wordsOf(other)} has the same port name "${state.portName}". Give each its own name.`,
    origin: { resourceId: state.origin.resourceId, path: [...state.origin.path, 'port', 'name'] },
    by: other.state.origin,
  };
}

/** `server 2 of edge/public`. */
export function wordsOf({ state }: Pick<PlacedServer, 'state'>): string {
  return `server ${state.index + 1} of ${state.gateway}`;
}
