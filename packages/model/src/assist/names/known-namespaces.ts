import type { Snapshot } from '../../snapshot.ts';

/** Every namespace that the text or the assumptions name, sorted. */
export function listNamespaces({ resources, assumptions }: Snapshot): readonly string[] {
  const names = new Set([assumptions.defaultNamespace, ...assumptions.foreignNamespaces]);
  for (const { namespace } of assumptions.gateways) names.add(namespace);
  for (const { kind, group, name, namespace } of resources) {
    names.add(kind === 'Namespace' && group === '' ? name : namespace);
  }
  names.delete('');
  return [...names].toSorted();
}
