import type { Resource, ResourceId } from '../../resources/resource.ts';
import { isClusterScoped } from '../../resources/resource-kind.ts';
import { whyNotNamespace } from '../../schema/values/name-rules.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findResource, findTopologyNode } from '../../snapshot-lookup.ts';
import type { EditCommand } from '../edit-command.ts';
import { createEditDraft, type ResourceChange } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import { whyNotName } from '../manifests/resource-name.ts';
import { findNameSites, type NameSite, nameSitesOf } from '../references/name-sites.ts';
import { type PlaceAndName, writeName } from '../references/write-name.ts';
import type { RenamedNode } from '../renamed-nodes.ts';
import { refuse } from '../result.ts';
import { NOT_THERE } from './change-field.ts';
import { idWithName, nodeIdLike } from './resource-ids.ts';

/** Gives a resource another name, namespace or both; everything that names it follows. */
export function planRenameResource(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'rename-resource' }>,
): PlanResult {
  const resource = findResource(snapshot, command.resource);
  if (resource === undefined) {
    return refuse(NOT_THERE);
  }
  const target = { name: command.name, namespace: command.namespace ?? resource.namespace };
  const reason = whyNotRename(snapshot, resource, target);
  if (reason !== null) {
    return refuse(reason);
  }
  const draft = createEditDraft(snapshot);
  draft.changeAll([
    ...ownChanges(resource, target),
    ...incomingChanges(snapshot, resource, target),
    ...outgoingChanges(snapshot, resource, target),
  ]);
  const id = idWithName(resource, target.name, target.namespace);
  return draft.finish({
    label: labelOf(resource, target),
    reveal: nodeIdLike(snapshot, resource, id),
    renamed: movedMissingNodes(snapshot, resource, target),
  });
}

function whyNotRename(
  snapshot: Snapshot,
  resource: Resource,
  { name, namespace }: PlaceAndName,
): string | null {
  const { kind, id } = resource;
  if (name === resource.name && namespace === resource.namespace) {
    return null;
  }
  if (namespace !== resource.namespace && isClusterScoped(kind)) {
    return `A ${kind} belongs to no namespace.`;
  }
  if (snapshot.resources.filter((other) => other.id === id).length > 1) {
    return `The text has more than one ${kind} ${resource.name} in namespace ${resource.namespace}. Rename or delete one of them in the YAML first.`;
  }
  if (findResource(snapshot, idWithName(resource, name, namespace)) !== undefined) {
    return `There is a ${kind} ${name} in namespace ${namespace} already.`;
  }
  const whyName = name === resource.name ? null : whyNotName(kind, name);
  return whyName ?? (namespace === resource.namespace ? null : whyNotNamespace(namespace));
}

function ownChanges(resource: Resource, target: PlaceAndName): readonly ResourceChange[] {
  const changes: ResourceChange[] = [];
  if (target.name !== resource.name) {
    const operation = { kind: 'set', path: ['metadata', 'name'], value: target.name } as const;
    changes.push({ resource, operation });
  }
  if (target.namespace !== resource.namespace) {
    const path = ['metadata', 'namespace'];
    changes.push({ resource, operation: { kind: 'set', path, value: target.namespace } });
  }
  return changes;
}

/** What names the resource follows. */
function incomingChanges(
  snapshot: Snapshot,
  resource: Resource,
  target: PlaceAndName,
): readonly ResourceChange[] {
  return findNameSites(snapshot)
    .filter((site) => site.target === resource.id)
    .flatMap((site) => {
      const from = site.resource === resource ? target.namespace : site.resource.namespace;
      return toChanges(snapshot, site, from, target);
    });
}

/** What the resource names by a short name keeps its meaning when the resource moves. */
function outgoingChanges(
  snapshot: Snapshot,
  resource: Resource,
  target: PlaceAndName,
): readonly ResourceChange[] {
  if (target.namespace === resource.namespace) {
    return [];
  }
  return nameSitesOf(snapshot, resource)
    .filter((site) => isRelative(site) && site.target !== resource.id)
    .filter((site) => findResource(snapshot, site.target) !== undefined)
    .flatMap((site) => toChanges(snapshot, site, target.namespace, placeOf(site.target)));
}

function toChanges(
  { assumptions }: Snapshot,
  site: NameSite,
  from: string,
  target: PlaceAndName,
): readonly ResourceChange[] {
  return writeName(site, from, target, assumptions).map((operation) => ({
    resource: site.resource,
    operation,
  }));
}

/** Whether what the site means depends on the namespace of its resource. */
function isRelative({ kind, text, target, resource }: NameSite): boolean {
  switch (kind) {
    case 'gateway':
      return text.startsWith('./') || !/[/.]/.test(text);
    case 'host':
      return !text.includes('.');
    case 'delegate':
      return placeOf(target).namespace === resource.namespace;
    case 'credential':
      return false;
  }
}

function placeOf(id: ResourceId): PlaceAndName {
  const [, namespace = '', ...name] = id.split('/');
  return { namespace, name: name.join('/') };
}

/** Missing nodes that a moved resource names by a short name move with it. */
function movedMissingNodes(
  snapshot: Snapshot,
  resource: Resource,
  { namespace }: PlaceAndName,
): readonly RenamedNode[] {
  if (namespace === resource.namespace) {
    return [];
  }
  return nameSitesOf(snapshot, resource).flatMap((site) => {
    const kind = site.target.slice(0, site.target.indexOf('/'));
    const isMissing = findTopologyNode(snapshot, site.target)?.status === 'missing';
    return isMissing && isRelative(site)
      ? [{ from: site.target, to: `${kind}/${namespace}/${placeOf(site.target).name}` }]
      : [];
  });
}

function labelOf(resource: Resource, { name, namespace }: PlaceAndName): string {
  if (namespace === resource.namespace) {
    return `Rename ${resource.name} to ${name}`;
  }
  return name === resource.name
    ? `Move ${name} to namespace ${namespace}`
    : `Rename ${resource.name} to ${name} in namespace ${namespace}`;
}
