import type { Relation } from '../engine/relation.ts';

/** ServiceEntries by their hosts as written: `api.example.com`, `*.example.com`. */
export const HOSTS_OF_ENTRIES: Relation = {
  name: 'hosts-of-entries',
  kinds: ['ServiceEntry'],
  // That it is there is all that is asked.
  shows: () => null,
  keysOf: ({ details }) => (details.type === 'ServiceEntry' ? [...new Set(details.hosts)] : []),
};
