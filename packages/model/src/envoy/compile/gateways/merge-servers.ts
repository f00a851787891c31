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

/** What is known of a port of the pods, whatever the address. Changes in place. */
interface UsedPort {
  /** Where the last address without TLS began; null while all have TLS. */
  plain: GrowingPort | null;
  /** The TLS hosts that are taken, and who took each last. */
  readonly hosts: Map<string, PlacedServer>;
}

class ServerMerge {
  readonly #states: ServerState[] = [];
  readonly #ports = new Map<string, GrowingPort>();
  readonly #used = new Map<number, UsedPort>();
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
    const known = this.#used.get(target);
    const used = known ?? { plain: null, hosts: new Map() };
    this.#used.set(target, used);
    if (server.tls !== null) {
      const isTaken = (host: string): boolean => used.hosts.get(host)?.state.bind === state.bind;
      const taken = state.hosts.find(isTaken);
      const other = taken === undefined ? undefined : used.hosts.get(taken);
      if (taken !== undefined && other !== undefined) return hostTaken(placed, taken, other);
      for (const host of state.hosts) used.hosts.set(host, placed);
    }
    if (known === undefined) this.#open(placed, used);
    else if (used.plain !== null) return this.#joinPlain(placed, used, used.plain);
    else if (!isTlsServer(server)) this.#open(placed, used);
    else return this.#joinTls(placed, used);
    return null;
  }

  /** Behind a server without TLS: plain HTTP shares with plain HTTP; other addresses do not meet. */
  #joinPlain(placed: PlacedServer, used: UsedPort, plain: GrowingPort): Drop | null {
    const [first = placed] = plain.servers;
    if (plain.bind !== placed.state.bind) {
      const own = this.#ports.get(keyOf(placed));
      if (own === undefined) this.#open(placed, used);
      else this.#join(placed, own);
      return null;
    }
    if (!plain.isPlainHttp || !isPlainHttp(placed.server)) return portTaken(placed, first);
    this.#join(placed, plain);
    return null;
  }

  /** Behind servers that all have TLS. */
  #joinTls(placed: PlacedServer, used: UsedPort): Drop | null {
    const { routeConfig } = placed;
    const [other] = this.#byRouteConfig.get(routeConfig ?? '') ?? [];
    if (routeConfig !== null && other !== undefined) return nameTaken(placed, other);
    const own = this.#ports.get(keyOf(placed));
    if (own === undefined) this.#open(placed, used);
    else this.#join(placed, own);
    return null;
  }

  #join(placed: PlacedServer, port: GrowingPort): void {
    port.servers.push(placed);
    if (placed.routeConfig === null) return;
    const sharing = this.#byRouteConfig.get(placed.routeConfig) ?? [];
    this.#byRouteConfig.set(placed.routeConfig, [...sharing, placed]);
  }

  /** What had the routes' name before, at another address in between, loses it. */
  #open(placed: PlacedServer, used: UsedPort): void {
    const { state, target, routeConfig, server } = placed;
    const port = {
      target,
      bind: state.bind,
      isPlainHttp: isPlainHttp(server),
      servers: [placed],
    };
    if (!isTlsServer(server)) used.plain = port;
    this.#ports.set(keyOf(placed), port);
    if (routeConfig !== null) this.#byRouteConfig.set(routeConfig, [placed]);
  }
}

function keyOf({ target, state }: PlacedServer): string {
  return `${target} ${state.bind} ${state.protocol}`;
}

function startState(gateway: ResourceOf<'Gateway'>, server: GatewayServer) {
  const drops: Drop[] = [];
  const targets: number[] = [];
  const written = listField(recordField(gateway.value, 'spec'), 'servers')[server.index];
  const state: ServerState = {
    gateway: `${gateway.namespace}/${gateway.name}`,
    index: server.index,
    name: isRecord(written) ? (textField(written, 'name') ?? '') : '',
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
