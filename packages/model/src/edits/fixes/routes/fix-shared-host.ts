import type { Resource } from '../../../resources/resource.ts';
import { sortByAge } from '../../../resources/sort-by-age.ts';
import { findResource } from '../../../snapshot-lookup.ts';
import type { Fixer } from '../quick-fix.ts';

const MOST_MERGED = 10;

/** Several VirtualServices for one host: one with all their routes, in the order in which Istio tries them. */
export const fixSharedHost: Fixer = ({ snapshot, diagnostic, resource }) => {
  const ids = [resource.id, ...diagnostic.related.map((one) => one.resource)];
  const services = sortByAge(
    [...new Set(ids)].flatMap((id): readonly Resource[] => {
      const found = findResource(snapshot, id);
      return found?.details.type === 'VirtualService' ? [found] : [];
    }),
  );
  const [first, ...others] = services;
  if (first === undefined || others.length === 0 || others.length > MOST_MERGED) return [];
  const names = others.map(({ name }) => name).join(', ');
  return [
    {
      title: `Put the routes of ${names} into ${first.name}, and delete ${others.length === 1 ? 'that one' : 'those'}`,
      commands: others.map((other) => ({
        kind: 'merge-virtual-services',
        into: first.id,
        from: other.id,
      })),
    },
  ];
};
