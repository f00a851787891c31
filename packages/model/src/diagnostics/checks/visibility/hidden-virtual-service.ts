import type { ResourceCheck } from '../../engine/check.ts';
import { findGatewayHomes, READS_OF_HOMES } from '../../facts/find-gateway-homes.ts';
import { fullName } from '../../facts/full-name.ts';
import { scopesOf } from '../../relations/registry-hosts.ts';

/** Does exportTo hide a VirtualService from the pods of a Gateway that it names? */
export const hiddenVirtualService: ResourceCheck = {
  name: 'hidden-virtual-service',
  codes: ['PTL250'],
  about: ['VirtualService'],
  reads: READS_OF_HOMES,
  run: (resource, lookup, report) => {
    const { details, namespace } = resource;
    if (details.type !== 'VirtualService' || details.exportTo === null) return;
    const scopes = scopesOf(details.exportTo, namespace);
    if (scopes.includes('*')) return;
    for (const { gateway, namespaces, isKnown } of findGatewayHomes(resource, lookup)) {
      if (namespaces.some((home) => scopes.includes(home))) continue;
      const home = namespaces.join(', ');
      report({
        code: 'PTL250',
        resource,
        path: ['spec', 'exportTo'],
        part: 'key',
        certainty: isKnown ? 'wrong' : 'unknown',
        severity: 'warning',
        message: `The Gateway ${fullName(gateway)} never sees these routes: its pods run in the namespace ${home}${isKnown ? '' : ' (assumption: gateways)'}, and the VirtualService is exported to ${scopes.join(', ')} alone. Add "${namespaces[0]}" to exportTo.`,
        related: [{ resource: gateway.id, path: ['spec', 'selector'], message: 'picks the pods' }],
        data: isKnown
          ? { namespaces, gateway: gateway.id }
          : { namespaces, gateway: gateway.id, assumption: 'gateways' },
      });
    }
  },
};
