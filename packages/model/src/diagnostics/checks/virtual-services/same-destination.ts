import { resolveHost } from '../../../resources/host-name.ts';
import type { RouteDestination } from '../../../resources/kinds/virtual-service.ts';
import type { ResourceCheck } from '../../engine/check.ts';

/** A destination that is twice in one route. As Kiali has it: the port makes no difference. */
export const sameDestination: ResourceCheck = {
  name: 'same-destination',
  codes: ['KIA1105'],
  about: ['VirtualService'],
  reads: [],
  run: (resource, { assumptions }, report) => {
    const { details, namespace } = resource;
    if (details.type !== 'VirtualService') return;
    for (const protocol of ['http', 'tls', 'tcp'] as const)
      for (const { index, destinations } of details[protocol]) {
        const seen = new Map<string, RouteDestination>();
        for (const destination of destinations) {
          const { host, subset } = destination;
          const key = `${resolveHost(host, namespace, assumptions)} ${subset ?? ''}`;
          const first = seen.get(key);
          if (first === undefined) {
            seen.set(key, destination);
            continue;
          }
          const path = ['spec', protocol, index, 'route'];
          report({
            code: 'KIA1105',
            resource,
            path: [...path, destination.index, 'destination', 'host'],
            message: `"${host}"${subset === null ? '' : ` with the subset "${subset}"`} is in this route already. Keep one of them, with both weights together.`,
            related: [
              {
                resource: resource.id,
                path: [...path, first.index, 'destination', 'host'],
                message: 'it is here already',
              },
            ],
          });
        }
      }
  },
};
