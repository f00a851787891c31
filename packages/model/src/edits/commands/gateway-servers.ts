import type { VirtualServiceNode } from '../../graph/topology.ts';
import type { NewServer } from '../manifests/new-manifest.ts';

/** What a Gateway has to listen on for these VirtualServices: a server for each protocol that they route. */
export function serversFor(nodes: readonly VirtualServiceNode[]): readonly NewServer[] {
  const http = nodes.filter((node) => node.http.length > 0);
  const tls = nodes.filter((node) => node.tls.length > 0);
  const tcp = nodes.filter((node) => node.tcp.length > 0);
  const servers: NewServer[] = [];
  if (http.length > 0 || tls.length + tcp.length === 0) {
    const hosts = hostsOf(http.length > 0 ? http : nodes);
    servers.push({ number: 80, protocol: 'HTTP', hosts });
  }
  if (tls.length > 0) {
    servers.push({ number: 443, protocol: 'TLS', hosts: hostsOf(tls) });
  }
  for (const number of tcp.length > 0 ? tcpPorts(tcp) : []) {
    servers.push({ number, protocol: 'TCP', hosts: ['*'] });
  }
  return servers;
}

/** A server takes whole names only; in front of short ones it is open for all. */
function hostsOf(nodes: readonly VirtualServiceNode[]): readonly string[] {
  const hosts = [...new Set(nodes.flatMap((node) => node.hosts))];
  return hosts.length > 0 && hosts.every((host) => host.includes('.')) ? hosts : ['*'];
}

/** The ports that tcp routes match on; 31400, Istio's usual one, where they name none. */
function tcpPorts(nodes: readonly VirtualServiceNode[]): readonly number[] {
  const matches = nodes.flatMap(({ tcp }) => tcp).flatMap((route) => route.matches);
  const ports = new Set(matches.flatMap(({ port }) => (typeof port === 'number' ? [port] : [])));
  return ports.size > 0 ? [...ports] : [31400];
}
