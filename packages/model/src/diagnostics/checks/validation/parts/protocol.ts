import { PORT_PROTOCOLS, whyNotProtocol } from '../../../../schema/values/http-rules.ts';
import type { Judge } from '../judge.ts';
import { type Place, readText } from '../place.ts';

const FAMILIES: Readonly<Record<string, ProtocolFamily>> = {
  HTTP: 'http',
  HTTP2: 'http',
  HTTP_PROXY: 'http',
  GRPC: 'http',
  'GRPC-WEB': 'http',
  HTTPS: 'tls',
  TLS: 'tls',
  TCP: 'tcp',
  MONGO: 'tcp',
  REDIS: 'tcp',
  MYSQL: 'tcp',
  UDP: 'udp',
};

/** How traffic of a protocol can be told apart: by its requests, by SNI, or not at all. */
export type ProtocolFamily = 'http' | 'tls' | 'tcp' | 'udp' | 'unknown';

/** The family of a protocol, in upper or lower case. */
export function familyOf(protocol: string): ProtocolFamily {
  const name = protocol.toUpperCase();
  return (Object.hasOwn(FAMILIES, name) ? FAMILIES[name] : undefined) ?? 'unknown';
}

/** The protocol of a ServiceEntry's or Sidecar's port, which may be left out. */
export function judgeProtocol(judge: Judge, place: Place): void {
  const protocol = readText(place);
  if (protocol === null || protocol === '' || familyOf(protocol) !== 'unknown') return;
  judge.refuse(
    place,
    `unsupported protocol: ${protocol}`,
    whyNotProtocol(protocol) ?? `Istio knows the protocols ${PORT_PROTOCOLS.join(', ')}.`,
  );
}
