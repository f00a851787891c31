import type { RegistryPort } from './registry-service.ts';

const PROTOCOLS = new Set(
  'tcp udp grpc http http_proxy http2 https tls mongo redis mysql hbone'.split(' '),
);

/** What Kubernetes calls some of them. */
const KUBERNETES_PROTOCOLS: ReadonlyMap<string, string> = new Map([
  ['kubernetes.io/h2c', 'http2'],
  ['kubernetes.io/ws', 'http'],
  ['kubernetes.io/wss', 'https'],
]);

/** The protocol of a port as Istio reads it (`ConvertProtocol`); empty where nothing says it. */
export function portProtocol({ name, protocol }: Pick<RegistryPort, 'name' | 'protocol'>): string {
  const told = (protocol ?? name).toLowerCase();
  if (told.startsWith('grpc-web')) return 'grpc-web';
  const [start = ''] = told.split('-');
  return KUBERNETES_PROTOCOLS.get(told) ?? (PROTOCOLS.has(start) ? start : '');
}
