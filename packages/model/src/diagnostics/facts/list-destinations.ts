import type { FieldPath } from '../../documents/field-path.ts';
import type { VirtualService } from '../../resources/kinds/virtual-service.ts';

/** Where a VirtualService sends requests, or copies of them. */
export interface NamedDestination {
  readonly protocol: 'tcp' | 'tls' | 'http';
  readonly host: string;
  readonly subset: string | null;
  readonly port: number | null;
  readonly isMirror: boolean;
  /** Of the mapping that has the host, relative to the resource. */
  readonly path: FieldPath;
}

/** All destinations and mirrors, in the order in which Istio's analyzers go through them. */
export function listDestinations(service: VirtualService): readonly NamedDestination[] {
  const found: NamedDestination[] = [];
  for (const protocol of ['tcp', 'tls', 'http'] as const)
    for (const route of service[protocol])
      for (const { index, host, subset, port } of route.destinations) {
        const path = ['spec', protocol, route.index, 'route', index, 'destination'];
        found.push({ protocol, host, subset, port, isMirror: false, path });
      }
  for (const route of service.http)
    for (const { index, host, subset, port } of route.mirrors) {
      const rest = index < 0 ? ['mirror'] : ['mirrors', index, 'destination'];
      const path = ['spec', 'http', route.index, ...rest];
      found.push({ protocol: 'http', host, subset, port, isMirror: true, path });
    }
  return found;
}
