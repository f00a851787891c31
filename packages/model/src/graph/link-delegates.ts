import { type Absence, absentDelegate, foreignAbsence, namedBy } from './absent-node.ts';
import { type GraphLookup, isOf, type ResourceOf } from './graph-lookup.ts';
import type { LinkDraft } from './link-draft.ts';
import type { DelegatesEdge } from './topology.ts';

/** A `delegates` edge for each http route that leaves its routing to another VirtualService. */
export function linkDelegates(
  lookup: GraphLookup,
  root: ResourceOf<'VirtualService'>,
  draft: LinkDraft,
): readonly DelegatesEdge[] {
  const edges: DelegatesEdge[] = [];
  for (const { index, delegate } of root.details.http) {
    if (delegate === null || delegate.name === '') continue;
    const place = { namespace: delegate.namespace ?? root.namespace, name: delegate.name };
    const id = `VirtualService/${place.namespace}/${place.name}`;
    const found = lookup.findResource(id);
    const isForeign =
      found === undefined && lookup.assumptions.foreignNamespaces.includes(place.namespace);
    draft.references?.push({
      kind: 'delegate',
      from: root.id,
      path: ['spec', 'http', index, 'delegate', 'name'],
      text: delegate.name,
      status: found !== undefined ? 'found' : isForeign ? 'unknown' : 'dangling',
      target: id,
    });
    if (found === undefined) {
      const absence = isForeign
        ? foreignAbsence('VirtualService', place)
        : missingDelegate(root, place);
      draft.absent.push(absentDelegate(place, absence, root.stale));
    }
    edges.push({
      id: `delegates:${root.id}>${id}#${index}`,
      kind: 'delegates',
      source: root.id,
      target: id,
      broken: isForeign ? null : whyBroken(root, found),
      label: `Leaves the requests of http route ${index + 1} to ${place.name}.`,
      origins: [{ resourceId: root.id, path: ['spec', 'http', index, 'delegate'] }],
      stale: root.stale || found?.stale === true,
      route: index,
    });
  }
  return edges;
}

function missingDelegate(
  root: ResourceOf<'VirtualService'>,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): Absence {
  const where =
    namespace === root.namespace
      ? 'A delegate without a namespace is looked for beside the VirtualService that names it.'
      : '';
  return {
    status: 'missing',
    explanation:
      `A route of ${namedBy(root)} is left to a VirtualService ${name} in namespace ${namespace}, and it is not in this text. Istio leaves such a route out. ${where}`.trim(),
  };
}

function whyBroken(
  root: ResourceOf<'VirtualService'>,
  found: ReturnType<GraphLookup['findResource']>,
): string | null {
  if (!isOf(found, 'VirtualService'))
    return 'The VirtualService that this route is left to is not in this text, so Istio leaves the route out.';
  if (root.details.hosts.length === 0)
    return `${root.name} has no hosts, so it is a delegate itself, and Istio does not follow the delegates of delegates. Give the routes to the first VirtualService directly.`;
  if (found.details.hosts.length > 0)
    return `${found.name} has hosts of its own, and a delegate must have none. Take its hosts away.`;
  const { exportTo } = found.details;
  const isVisible =
    exportTo === null ||
    exportTo.some((to) => to === '*' || (to === '.' ? found.namespace : to) === root.namespace);
  return isVisible
    ? null
    : `${found.name} is not exported to namespace ${root.namespace}, so Istio leaves this route out. Add the namespace to its exportTo.`;
}
