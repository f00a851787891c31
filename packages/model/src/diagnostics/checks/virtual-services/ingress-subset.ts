import type { ResourceCheck } from '../../engine/check.ts';
import { fullName } from '../../facts/full-name.ts';
import { OWN_SUBSET_ROUTES } from '../../relations/virtual-services.ts';

/** More of them in one finding help nobody. */
const MOST = 20;

/**
 * Requests that a Gateway sends to a host without a subset, while another VirtualService splits that
 * host into subsets: those rules do not count here. The second question of Istio's
 * virtualservice.DestinationHostAnalyzer.
 */
export const ingressSubset: ResourceCheck = {
  name: 'ingress-subset',
  codes: ['IST0140'],
  about: ['VirtualService'],
  reads: [OWN_SUBSET_ROUTES],
  run: (resource, lookup, report) => {
    const { details } = resource;
    if (details.type !== 'VirtualService' || details.gateways === null) return;
    const said = new Set<string>();
    for (const route of details.http)
      for (const { index, host, subset } of route.destinations) {
        if (subset !== null) continue;
        for (const other of lookup.find(OWN_SUBSET_ROUTES, host).slice(0, MOST)) {
          if (said.has(other.id)) continue;
          said.add(other.id);
          const whose = other.id === resource.id ? 'this VirtualService' : fullName(other);
          report({
            code: 'IST0140',
            resource,
            path: ['spec', 'http', route.index, 'route', index, 'destination', 'host'],
            message: `Requests that come through a Gateway go from here straight to the pods of "${host}": the subsets for which ${whose} routes them do not count. Name the subset here.`,
            args: [fullName(other), fullName(resource)],
            related: [
              { resource: other.id, path: ['spec', 'http'], message: 'the subsets are used here' },
            ],
            data: { host },
          });
        }
      }
  },
};
