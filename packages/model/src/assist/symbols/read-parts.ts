import type { FieldPath } from '../../documents/field-path.ts';
import type { GatewayServer } from '../../resources/kinds/gateway.ts';
import type { HttpRoute, L4Route } from '../../resources/kinds/virtual-service.ts';
import type { ResourceDetails } from '../../resources/resource.ts';

/** A part of a resource that people look for. */
export interface SymbolPart {
  readonly kind: 'server' | 'route' | 'port' | 'subset';
  readonly name: string;
  readonly detail: string;
  /** Relative to the resource. */
  readonly path: FieldPath;
  /** What in it says which one it is; below `path`, and not always written. */
  readonly namePath: FieldPath;
}

/** The servers of a Gateway, the routes of a VirtualService, ports, and subsets. */
export function readParts(details: ResourceDetails): readonly SymbolPart[] {
  switch (details.type) {
    case 'Gateway':
      return details.servers.map(serverPart);
    case 'VirtualService':
      return (['http', 'tls', 'tcp'] as const).flatMap((protocol) =>
        details[protocol].map((route) => routePart(protocol, route)),
      );
    case 'DestinationRule':
      return details.subsets.map(({ index, name, labels }) => ({
        ...place('subset', ['spec', 'subsets', index], 'name'),
        name: name === '' ? `Subset ${index + 1}` : `Subset ${name}`,
        detail: Object.entries(labels)
          .map(([key, value]) => `${key}=${value}`)
          .join(', '),
      }));
    case 'Service':
      return details.ports.map(({ index, name, port }) => ({
        ...place('port', ['spec', 'ports', index], 'port'),
        name: `Port ${port ?? index + 1}`,
        detail: name,
      }));
    case 'ServiceEntry':
      return details.ports.map(({ index, name, number }) => ({
        ...place('port', ['spec', 'ports', index], 'number'),
        name: `Port ${number ?? index + 1}`,
        detail: name,
      }));
    default:
      return [];
  }
}

function place(
  kind: SymbolPart['kind'],
  path: FieldPath,
  ...inside: FieldPath
): Pick<SymbolPart, 'kind' | 'path' | 'namePath'> {
  return { kind, path, namePath: [...path, ...inside] };
}

function serverPart({ index, port, protocol, hosts }: GatewayServer): SymbolPart {
  return {
    ...place('server', ['spec', 'servers', index], 'port', 'number'),
    name: ['Server', port ?? index + 1, protocol].join(' ').trim(),
    detail: hosts.join(', '),
  };
}

function routePart(protocol: 'http' | 'tls' | 'tcp', route: HttpRoute | L4Route): SymbolPart {
  const { index } = route;
  const number = `${protocol} route ${index + 1}`;
  const name = 'name' in route ? route.name : null;
  return {
    ...place('route', ['spec', protocol, index], 'name'),
    name: name === null || name === '' ? number : `${number}: ${name}`,
    detail: endOf(route),
  };
}

/** Where a route ends. */
function endOf(route: HttpRoute | L4Route): string {
  const hosts = [...new Set(route.destinations.map(({ host }) => host))].filter(
    (one) => one !== '',
  );
  if (hosts.length > 0) return `to ${hosts.join(', ')}`;
  if (!('redirect' in route)) return '';
  if (route.redirect !== null) return 'redirects';
  if (route.directResponse !== null) return 'answers';
  return route.delegate === null ? '' : `continues in ${route.delegate.name}`;
}
