import type { GatewayServer } from '../resources/kinds/gateway.ts';

/**
 * Which routes a server hands its traffic to: `http`, `tls` or `tcp`; `auto`: to none, it finds
 * the Service by the server name of the connection; `none`: istiod makes nothing of it.
 */
export type ServerTraffic = 'http' | 'tls' | 'tcp' | 'auto' | 'none';

const HTTP = new Set(['HTTP', 'HTTP2', 'GRPC', 'GRPC-WEB', 'HTTP_PROXY']);
const TCP = new Set(['TCP', 'MONGO', 'REDIS', 'MYSQL']);

/** Whether it is HTTP without TLS, in any of its kinds; HTTPS is not. */
export function isHttpProtocol(protocol: string): boolean {
  return HTTP.has(protocol.toUpperCase());
}

/** What becomes of the traffic of a server, as istiod's buildGatewayTCPBasedFilterChains has it. */
export function trafficOf({ protocol, tls }: GatewayServer): ServerTraffic {
  const name = protocol.toUpperCase();
  if (isHttpProtocol(name)) return 'http';
  if (TCP.has(name)) return 'tcp';
  if ((name !== 'HTTPS' && name !== 'TLS') || tls === null) return 'none';
  if (tls.mode === 'PASSTHROUGH') return 'tls';
  if (tls.mode === 'AUTO_PASSTHROUGH') return 'auto';
  return name === 'HTTPS' ? 'http' : 'tcp';
}

/** Whether the gateway itself ends TLS at this server. */
export function endsTls({ protocol, tls }: GatewayServer): boolean {
  const name = protocol.toUpperCase();
  if ((name !== 'HTTPS' && name !== 'TLS') || tls === null) return false;
  return tls.mode !== 'PASSTHROUGH' && tls.mode !== 'AUTO_PASSTHROUGH';
}
