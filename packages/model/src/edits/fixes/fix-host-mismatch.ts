import { findResource } from '../../snapshot-lookup.ts';
import type { EditCommand } from '../edit-command.ts';
import type { Fixable, Fixer, QuickFix } from './quick-fix.ts';

/** Hosts that the Gateway does not take: add them there, or take them away here. */
export const fixHostMismatch: Fixer = (fixable) => {
  const { diagnostic, resource } = fixable;
  if (resource.details.type !== 'VirtualService') return [];
  const { host } = diagnostic.data;
  const hosts = typeof host === 'string' ? [host] : resource.details.hosts;
  return [...addToGateway(fixable, hosts), ...takeAway(fixable, host)];
};

function addToGateway(
  { snapshot, diagnostic, resource }: Fixable,
  hosts: readonly string[],
): readonly QuickFix[] {
  const { namespace, name } = diagnostic.data;
  const gateway = findResource(snapshot, `Gateway/${namespace}/${name}`);
  if (gateway?.details.type !== 'Gateway' || gateway.details.servers.length === 0) return [];
  const commands = gateway.details.servers.flatMap((server): EditCommand[] =>
    hosts.map((host, index) => ({
      kind: 'insert',
      resource: gateway.id,
      path: ['spec', 'servers', server.index, 'hosts'],
      index: server.hosts.length + index,
      value: host,
    })),
  );
  const where =
    gateway.namespace === resource.namespace
      ? gateway.name
      : `${gateway.namespace}/${gateway.name}`;
  return [{ title: `Add ${hosts.join(', ')} to the Gateway ${where}`, commands }];
}

/** Only a host among others: a VirtualService without hosts is refused. */
function takeAway({ resource, path, diagnostic }: Fixable, host: unknown): readonly QuickFix[] {
  const { details } = resource;
  if (details.type !== 'VirtualService' || diagnostic.code === 'IST0132') return [];
  if (typeof host !== 'string' || details.hosts.length < 2) return [];
  return [
    {
      title: `Take ${host} away from the VirtualService`,
      commands: [{ kind: 'remove', resource: resource.id, path }],
    },
  ];
}
