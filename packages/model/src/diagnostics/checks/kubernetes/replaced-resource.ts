import type { ResourceCheck } from '../../engine/check.ts';

/** Whether a later manifest for the same resource takes the place of this one. */
export const replacedResource: ResourceCheck = {
  name: 'replaced-resource',
  codes: ['PTL123'],
  about: 'every',
  reads: [],
  run: ({ id, kind, name }, { replaced }, report) => {
    for (const resource of replaced)
      report({
        code: 'PTL123',
        resource,
        path: ['metadata', 'name'],
        message: `There is another ${kind} ${name} of the same namespace further down, and that one counts. Give this one another name, or leave one of the two out.`,
        related: [{ resource: id, path: ['metadata', 'name'], message: 'this one counts' }],
      });
  },
};
