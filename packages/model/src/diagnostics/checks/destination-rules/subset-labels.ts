import type { ResourceCheck } from '../../engine/check.ts';

/** A subset without labels: it is all pods of the host. As Kiali has it. */
export const subsetLabels: ResourceCheck = {
  name: 'subset-labels',
  codes: ['KIA0209'],
  about: ['DestinationRule'],
  reads: [],
  run: (resource, _lookup, report) => {
    const { details } = resource;
    if (details.type !== 'DestinationRule') return;
    for (const { index, name, labels } of details.subsets) {
      if (Object.keys(labels).length > 0) continue;
      report({
        code: 'KIA0209',
        resource,
        path: ['spec', 'subsets', index, 'name'],
        message: `The subset "${name}" has no labels, so all pods of the host are in it. That is right where it is there for its own settings; else add the labels that set its pods apart.`,
        data: { subset: name },
      });
    }
  },
};
