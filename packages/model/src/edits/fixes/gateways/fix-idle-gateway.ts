import { whyNotGatewayName } from '../../../schema/values/host-rules.ts';
import { takeOutFix } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';

/** A Gateway that no VirtualService is on: add one. */
export const fixIdleGateway: Fixer = ({ resource: { id, name } }) =>
  whyNotGatewayName(name) !== null
    ? []
    : [
        {
          title: `Add a VirtualService to ${name}`,
          commands: [{ kind: 'add-connected', node: id, addKind: 'VirtualService' }],
        },
      ];

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
