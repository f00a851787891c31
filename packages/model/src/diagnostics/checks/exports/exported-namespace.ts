import { recordField, textsField } from '../../../resources/tolerant-value.ts';
import type { ResourceCheck } from '../../engine/check.ts';
import { NAMESPACES, NAMESPACES_IN_USE } from '../../relations/namespaces.ts';
import { EVERY } from '../../relations/pods.ts';

/** A namespace that `exportTo` names, and that is not there. As Kiali has it. */
export const exportedNamespace: ResourceCheck = {
  name: 'exported-namespace',
  codes: ['KIA0005'],
  about: ['VirtualService', 'DestinationRule', 'ServiceEntry'],
  reads: [NAMESPACES, NAMESPACES_IN_USE],
  run: (resource, lookup, report) => {
    const names = textsField(recordField(resource.value, 'spec'), 'exportTo');
    for (const [index, name] of names.entries()) {
      if (['', '.', '*', '~', resource.namespace].includes(name)) continue;
      if (lookup.assumptions.foreignNamespaces.includes(name)) continue;
      if (lookup.find(NAMESPACES, name).length > 0) continue;
      if (lookup.find(NAMESPACES_IN_USE, name).length > 0) continue;
      if (lookup.assumptions.gateways.some(({ namespace }) => namespace === name)) continue;
      const isKnown = lookup.find(NAMESPACES, EVERY).length > 0;
      report({
        code: 'KIA0005',
        resource,
        path: ['spec', 'exportTo', index],
        certainty: isKnown ? 'wrong' : 'unknown',
        message: isKnown
          ? `There is no namespace "${name}", so this is exported to nobody there. Name one that is there, or "." for this namespace, or "*" for all.`
          : `Nothing in this text is in the namespace "${name}". Unless the cluster has it, this is exported to nobody there.`,
        settledBy: [{ kind: 'foreign-namespace', namespace: name }],
        data: { namespace: name },
      });
    }
  },
};
