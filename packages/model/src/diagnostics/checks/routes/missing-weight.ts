import type { ResourceCheck } from '../../engine/check.ts';

/** Has each of several destinations a weight? One without gets nothing beside others that have one. */
export const missingWeight: ResourceCheck = {
  name: 'missing-weight',
  codes: ['PTL229'],
  about: ['VirtualService'],
  reads: [],
  run: (resource, _lookup, report) => {
    const { details } = resource;
    if (details.type !== 'VirtualService') return;
    for (const protocol of ['http', 'tls', 'tcp'] as const) {
      for (const { index, destinations } of details[protocol]) {
        const sum = destinations.reduce((total, { weight }) => total + (weight ?? 0), 0);
        if (destinations.length < 2 || sum <= 0) continue;
        for (const { index: at, host, weight } of destinations) {
          if (weight !== null) continue;
          report({
            code: 'PTL229',
            resource,
            path: ['spec', protocol, index, 'route', at],
            message: `"${host}" gets no requests: it has no weight, and the others of this route share all of them by theirs. Give it a weight, or 0 if that is meant.`,
            data: { host, sum },
          });
        }
      }
    }
  },
};
