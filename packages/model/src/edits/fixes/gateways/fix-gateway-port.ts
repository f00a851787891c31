import { findResource } from '../../../snapshot-lookup.ts';
import { appendItem, writeFix } from '../fix-field.ts';
import type { Fixable, Fixer, QuickFix } from '../quick-fix.ts';
import { uniqueItemName } from '../unique-item-name.ts';

const MOST_PORTS = 3;

/** A server that no Service leads to: add its port to the Service in front, or listen on a port that it has. */
export const fixGatewayPort: Fixer = (fixable) => {
  const { ports } = fixable.diagnostic.data;
  const known = Array.isArray(ports) ? ports.map(Number) : [];
  return [
    ...addToServices(fixable),
    ...known
      .filter((port) => isMeantFor(fixable, port))
      .slice(0, MOST_PORTS)
      .map((port) => writeFix(fixable, port, `Listen on port ${port}`)),
  ];
};

/** A port for plain HTTP is none for TLS. */
function isMeantFor({ resource, path }: Fixable, port: number): boolean {
  if (resource.details.type !== 'Gateway') return false;
  const server = resource.details.servers.find(({ index }) => index === path[2]);
  const isForTls = /^(?:https|tls)$/i.test(server?.protocol ?? '');
  const isTaken = resource.details.servers.some((one) => one.port === port);
  if (port === 15021 || isTaken) return false;
  return isForTls ? port === 443 || port === 8443 : port === 80 || port === 8080;
}

function addToServices({ snapshot, diagnostic, resource, path }: Fixable): readonly QuickFix[] {
  const { port } = diagnostic.data;
  if (typeof port !== 'number' || resource.details.type !== 'Gateway') return [];
  const server = resource.details.servers.find(({ index }) => index === path[2]);
  const protocol = (server?.protocol ?? '').toLowerCase() || 'tcp';
  return diagnostic.related.slice(0, MOST_PORTS).flatMap(({ resource: id }) => {
    const service = findResource(snapshot, id);
    if (service?.details.type !== 'Service') return [];
    const names = service.details.ports.map(({ name }) => name);
    const name = uniqueItemName(names, `${protocol}-${port}`);
    const value = { name, port, targetPort: port };
    return [
      {
        title: `Add port ${port} to the Service ${service.name}`,
        commands: [appendItem(service, ['spec', 'ports'], value)],
      },
    ];
  });
}
