import type { L4Route } from '../../../resources/kinds/virtual-service.ts';
import type { ResourceCheck } from '../../engine/check.ts';

/** A share for the only destination of a route: it gets everything anyway. As Kiali has it. */
export const loneWeight: ResourceCheck = {
  name: 'lone-weight',
  codes: ['KIA1104'],
  about: ['VirtualService'],
  reads: [],
  run: (resource, _lookup, report) => {
    const { details } = resource;
    if (details.type !== 'VirtualService') return;
    for (const protocol of ['http', 'tls', 'tcp'] as const) {
      const routes: readonly Pick<L4Route, 'index' | 'destinations'>[] = details[protocol];
      for (const { index, destinations } of routes) {
        const [only] = destinations;
        const weight = only?.weight ?? 0;
        if (only === undefined || destinations.length > 1 || weight <= 0 || weight >= 100) continue;
        report({
          code: 'KIA1104',
          resource,
          path: ['spec', protocol, index, 'route', only.index, 'weight'],
          message: `The weight ${weight} has no effect: this is the only destination of the route, so all requests go there. Add the other destinations, or leave the weight out.`,
          data: { weight },
        });
      }
    }
  },
};
