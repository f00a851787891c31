import type { ResourceCheck } from '../../engine/check.ts';
import { VIRTUAL_SERVICES_BY_DELEGATE } from '../../relations/bindings.ts';

/** Is a VirtualService without hosts named as a delegate? Otherwise it is never used. */
export const idleDelegate: ResourceCheck = {
  name: 'idle-delegate',
  codes: ['PTL284'],
  about: ['VirtualService'],
  reads: [VIRTUAL_SERVICES_BY_DELEGATE],
  run: (resource, lookup, report) => {
    const { details, namespace, name } = resource;
    if (details.type !== 'VirtualService' || details.hosts.length > 0) return;
    if (details.gateways !== null) return;
    if (lookup.find(VIRTUAL_SERVICES_BY_DELEGATE, `${namespace}/${name}`).length > 0) return;
    const isKnown = lookup.assumptions.foreignNamespaces.length === 0;
    report({
      code: 'PTL284',
      resource,
      path: ['metadata', 'name'],
      certainty: isKnown ? 'wrong' : 'unknown',
      message: `A VirtualService without hosts is used only where a route of another one delegates to it, and none in this text does. Name it under "delegate" there, or give it hosts.`,
      data: isKnown ? {} : { assumption: 'foreignNamespaces' },
    });
  },
};
