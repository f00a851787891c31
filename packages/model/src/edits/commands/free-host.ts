import type { Snapshot } from '../../snapshot.ts';

/** A host outside the cluster that no ServiceEntry has: `api.example.com`, then `api-2.example.com`. */
export function freeHost({ resources }: Snapshot): string {
  const taken = new Set(
    resources.flatMap(({ details }) => (details.type === 'ServiceEntry' ? details.hosts : [])),
  );
  let host = 'api.example.com';
  for (let number = 2; taken.has(host); number++) {
    host = `api-${number}.example.com`;
  }
  return host;
}
