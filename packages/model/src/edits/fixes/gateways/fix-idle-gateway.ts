import { whyNotGatewayName } from '../../../schema/values/host-rules.ts';
import { findLooseService } from '../../commands/loose-ends.ts';
import { takeOutFix } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';

/** A Gateway that no VirtualService is on: add one, to a Service that none leads to yet. */
export const fixIdleGateway: Fixer = ({ snapshot, resource: { id, name, namespace } }) => {
  const service = findLooseService(snapshot, namespace);
  if (service === undefined || whyNotGatewayName(name) !== null) return [];
  return [
    {
      title: `Add a VirtualService to ${name}, which leads to ${service.name}`,
      commands: [{ kind: 'add-connected', node: id, addKind: 'VirtualService' }],
    },
  ];
};

/** A server whose hosts no VirtualService has: take it away, where the Gateway has others. */
export const fixIdleServer: Fixer = (fixable) => {
  const { details } = fixable.resource;
  if (details.type !== 'Gateway' || details.servers.length < 2) return [];
  const [, , index] = fixable.path;
  const { hosts = [] } = details.servers.find((server) => server.index === index) ?? {};
  return [
    {
      ...takeOutFix(fixable, fixable.path.slice(0, 3)),
      title: `Take the server for ${hosts.join(', ')} away`,
    },
  ];
};
