import { hostsOver } from '../../../envoy/virtual-hosts.ts';
import { textItems } from '../../../graph/link-gateways.ts';
import {
  findServiceName,
  isIpAddress,
  isWildcard,
  resolveHost,
} from '../../../resources/host-name.ts';
import type { ResourceCheck } from '../../engine/check.ts';
import { fullName } from '../../facts/full-name.ts';
import { GATEWAYS_BY_HOST } from '../../relations/bindings.ts';
import { HOSTS_OF_ENTRIES } from '../../relations/entry-hosts.ts';

/**
 * Is a VirtualService on no Gateway, though a Gateway takes its host? Then its routes count inside
 * the mesh alone, which is seldom meant for a host of the outside.
 */
export const meshOnly: ResourceCheck = {
  name: 'mesh-only',
  codes: ['PTL204'],
  about: ['VirtualService'],
  reads: [GATEWAYS_BY_HOST, HOSTS_OF_ENTRIES],
  run: (resource, lookup, report) => {
    const { details, namespace } = resource;
    if (details.type !== 'VirtualService') return;
    if (details.gateways?.some((text) => text !== 'mesh')) return;
    for (const { text, index } of textItems(resource, 'hosts')) {
      const fqdn = resolveHost(text, namespace, lookup.assumptions);
      if (!isOfOutside(fqdn) || findServiceName(fqdn, lookup.assumptions) !== null) continue;
      const names = hostsOver(fqdn);
      if (names.some((name) => lookup.find(HOSTS_OF_ENTRIES, name).length > 0)) continue;
      const [gateway] = names.flatMap((name) => lookup.find(GATEWAYS_BY_HOST, name).slice(0, 1));
      if (gateway === undefined) continue;
      const name =
        gateway.namespace === namespace ? gateway.name : `${gateway.namespace}/${gateway.name}`;
      report({
        code: 'PTL204',
        resource,
        path: ['spec', 'hosts', index],
        message: `Requests for "${text}" that come through a Gateway never see these routes: the VirtualService names none, so it counts inside the mesh alone. If they come from outside, add "${name}" to its gateways.`,
        related: [
          {
            resource: gateway.id,
            path: ['spec', 'servers'],
            message: `the Gateway ${fullName(gateway)} takes this host`,
          },
        ],
        data: { host: text, gateway: name },
      });
      return;
    }
  },
};

/** Names of two parts, or with `svc` in the third, are likely meant for Services. */
function isOfOutside(fqdn: string): boolean {
  const parts = fqdn.split('.');
  return parts.length > 2 && parts[2] !== 'svc' && !isWildcard(fqdn) && !isIpAddress(fqdn);
}
