import type { GatewayNode, NodeId, Topology, TraceRequest } from '@portolan/model';

const DEFAULT_PORTS = { http: 80, http2: 80, https: 443, tls: 443, tcp: 80 } as const;

/** A request as the address that it asks for: `https://shop.example.com/cart?item=1`. */
export function addressOf({ protocol, host, sni, port, path, query }: TraceRequest): string {
  if (protocol === 'tcp' || protocol === 'tls') {
    return `${protocol}://${(protocol === 'tls' ? sni : null) ?? 'gateway'}:${port}`;
  }
  const scheme = protocol === 'https' ? 'https' : 'http';
  const shownPort = port === DEFAULT_PORTS[protocol] || /:\d+$/.test(host) ? '' : `:${port}`;
  return `${scheme}://${host}${shownPort}${path}${query === null ? '' : `?${query}`}`;
}

/** What an address has to go through. */
interface Through {
  /** A Gateway or a load balancer. */
  readonly node: NodeId;
  /** The place of a server in the Gateway; NaN: any. */
  readonly server: number;
}

/** An address that the map has something for: of its first host, by TLS where a server has that; empty where there is none. */
export function suggestAddress(topology: Topology, through: Through | null = null): string {
  if (through !== null) return findAddress(topology, through) ?? '';
  const known = suggested.get(topology);
  if (known !== undefined) return known;
  const address = findAddress(topology, null) ?? '';
  suggested.set(topology, address);
  return address;
}

const suggested = new WeakMap<Topology, string>();

function findAddress({ nodes, edges }: Topology, through: Through | null): string | null {
  for (const edge of edges) {
    if (edge.kind !== 'binds' || edge.broken !== null) continue;
    const gateway = nodes.find(({ id }) => id === edge.source);
    if (gateway?.kind !== 'Gateway') continue;
    const exposed = edges.find(({ kind, target }) => kind === 'exposes' && target === gateway.id);
    if (through !== null && through.node !== gateway.id && through.node !== exposed?.source)
      continue;
    const addresses = edge.servers.flatMap(({ server, hosts }) => {
      if (through !== null && through.server >= 0 && through.server !== server) return [];
      const servicePort =
        exposed?.kind === 'exposes'
          ? (exposed.servers.find((one) => one.server === server)?.servicePort ?? null)
          : null;
      return addressOfServer(gateway, server, hosts[0], servicePort) ?? [];
    });
    const best = addresses.find((address) => address.startsWith('https:')) ?? addresses[0];
    if (best !== undefined) return best;
  }
  return null;
}

function addressOfServer(
  gateway: GatewayNode,
  index: number,
  host: string | undefined,
  servicePort: number | null,
): string | null {
  const server = gateway.servers[index];
  if (server === undefined || host === undefined) return null;
  const isTls = /^(https|tls)$/i.test(server.protocol);
  const port = servicePort ?? server.port ?? (isTls ? 443 : 80);
  const name = host === '*' ? 'example.com' : host.replace(/^\*\./, 'www.');
  const protocol = isTls ? 'https' : 'http';
  const shownPort = port === DEFAULT_PORTS[protocol] ? '' : `:${port}`;
  return `${protocol}://${name}${shownPort}/`;
}
