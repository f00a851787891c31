import { setField } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';

/** A server on a port that has another protocol: the usual port of its own protocol, where that is free. */
export const fixDroppedServer: Fixer = ({ diagnostic, resource }) => {
  const { details } = resource;
  if (details.type !== 'Gateway') return [];
  const server = details.servers.find(({ index }) => index === diagnostic.data.server);
  const protocol = (server?.protocol ?? '').toUpperCase();
  const port = /^(?:HTTPS|TLS)$/.test(protocol) ? 443 : /^HTTP2?$/.test(protocol) ? 80 : null;
  const taken = details.servers.some(
    (one) => one.port === port && one.protocol !== server?.protocol,
  );
  if (port === null || server === undefined || taken || server.port === port) return [];
  return [
    {
      title: `Move the server for ${protocol} to port ${port}`,
      commands: [setField(resource.id, ['spec', 'servers', server.index, 'port', 'number'], port)],
    },
  ];
};
