import { type FieldPath, formatFieldPath } from '../../documents/field-path.ts';
import { findNameSites } from '../../edits/references/name-sites.ts';
import type { Resource, ResourceId } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { edgesOf, findResource, rangeOfField, referencesTo } from '../../snapshot-lookup.ts';
import type { TextRange } from '../../text/text-range.ts';
import type { NameTarget } from './name-target.ts';
import { findPortNameUses } from './port-names.ts';

/** A field that names something. */
export interface NameUse {
  readonly resource: Resource;
  readonly path: FieldPath;
}

/** Every field that names the target, each once, in no order; not the one that gives it its name. */
export function findUses(snapshot: Snapshot, target: NameTarget): readonly NameUse[] {
  switch (target.kind) {
    case 'resource':
      return usesOfResource(snapshot, target.resource.id);
    case 'subset':
      return usesOfSubset(snapshot, target);
    case 'port':
      return usesOfPort(snapshot, target);
    case 'port-name':
      return usesOfPortName(snapshot, target);
  }
}

/** Where a field stands in the whole text. */
export function rangeOfUse(snapshot: Snapshot, { resource, path }: NameUse): TextRange | undefined {
  return rangeOfField(snapshot, resource, path);
}

function usesOfResource(snapshot: Snapshot, id: ResourceId): readonly NameUse[] {
  const sites = findNameSites(snapshot)
    .filter((site) => site.target === id)
    .map(({ resource, path, value }) => ({
      resource,
      // An object that names something does so by its field of that name.
      path: typeof value === 'object' ? [...path, 'name'] : path,
    }));
  return unique([...sites, ...usesByGraph(snapshot, id, () => true)]);
}

function usesOfSubset(snapshot: Snapshot, { resource, name }: NameTarget): readonly NameUse[] {
  return usesByGraph(snapshot, resource.id, ({ kind, text }) => kind === 'subset' && text === name);
}

function usesByGraph(
  snapshot: Snapshot,
  id: ResourceId,
  isMeant: (reference: ReturnType<typeof referencesTo>[number]) => boolean,
): readonly NameUse[] {
  return referencesTo(snapshot, id)
    .filter(isMeant)
    .flatMap(({ from, path }) => {
      const resource = findResource(snapshot, from);
      return resource === undefined ? [] : [{ resource, path }];
    });
}

function usesOfPort(snapshot: Snapshot, { resource, name }: NameTarget): readonly NameUse[] {
  const { id } = resource;
  const nodes = [id, id.replace(/^Service\//, 'LoadBalancer/')];
  return unique(
    nodes
      .flatMap((node) => edgesOf(snapshot, node))
      .flatMap((edge): readonly NameUse[] => {
        if (edge.kind !== 'routes' || edge.mirror || String(edge.port) !== name) return [];
        const from = findResource(snapshot, edge.source);
        if (from === undefined || !nodes.includes(edge.target)) return [];
        const route = ['spec', edge.protocol, edge.route, 'route', edge.destination];
        return [{ resource: from, path: [...route, 'destination', 'port', 'number'] }];
      }),
  );
}

function usesOfPortName(snapshot: Snapshot, target: NameTarget): readonly NameUse[] {
  const own = formatFieldPath(target.path);
  return unique(findPortNameUses(snapshot, target, target.name)).filter(
    ({ resource, path }) => resource !== target.resource || formatFieldPath(path) !== own,
  );
}

function unique(uses: readonly NameUse[]): readonly NameUse[] {
  const byPlace = new Map<string, NameUse>();
  for (const use of uses) byPlace.set(`${use.resource.id} ${formatFieldPath(use.path)}`, use);
  return [...byPlace.values()];
}
