import type { RegistryPort, RegistryService } from '../world/registry-service.ts';

const OF_SERVICE_ENTRIES = ['HTTP2', 'GRPC', 'GRPC-WEB'];

/** Whether a port's protocol is HTTP/2 or is carried by it (`ConvertProtocol`, `IsHTTP2`). */
export function speaksHttp2({ source }: RegistryService, port: RegistryPort): boolean {
  const { protocol, name } = port;
  if (source.kind === 'ServiceEntry') return OF_SERVICE_ENTRIES.includes(protocol ?? '');
  if (protocol === 'kubernetes.io/h2c') return true;
  const said = (protocol ?? name).toLowerCase();
  const [word = ''] = said.split('-');
  return said.startsWith('grpc-web') || word === 'http2' || word === 'grpc';
}
