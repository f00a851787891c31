import { resolveHost } from '../../../resources/host-name.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { GroupCheck } from '../../engine/check.ts';
import { fullName } from '../../facts/full-name.ts';
import { GATEWAY_HOSTS } from '../../relations/virtual-services.ts';

const MOST = 20;

/**
 * VirtualServices with one host on one Gateway. As Kiali has it, though no more than a note: Istio
 * merges them, and whether their order matters is asked elsewhere.
 */
export const sameGatewayHost: GroupCheck = {
  name: 'same-gateway-host',
  codes: ['KIA1106'],
  about: GATEWAY_HOSTS,
  reads: [],
  runGroup: ({ key, resources }, { assumptions }, report) => {
    if (resources.length < 2) return;
    const [gateway = '', host = ''] = key.split(' ');
    const names = resources.slice(0, MOST + 1).map(fullName);
    const listed = names.slice(0, MOST).join(', ') + (names.length > MOST ? ' and others' : '');
    const indexOf = ({ details, namespace }: Resource) =>
      details.type === 'VirtualService'
        ? details.hosts.findIndex((one) => resolveHost(one, namespace, assumptions) === host)
        : -1;
    const related = resources.slice(0, MOST + 1).map((one) => ({
      resource: one.id,
      path: ['spec', 'hosts', indexOf(one)],
      message: 'has the same host on this Gateway',
    }));
    for (const resource of resources)
      report({
        code: 'KIA1106',
        resource,
        path: ['spec', 'hosts', indexOf(resource)],
        message: `Several VirtualServices have the host "${host}" on the Gateway ${gateway} (${listed}). Istio puts their routes in a row, in the order in which they were created. One VirtualService for the host is easier to read.`,
        related: related.filter((one) => one.resource !== resource.id).slice(0, MOST),
        data: { host, gateway },
      });
  },
};
