import type { Resource, ResourceId } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findResource, findTopologyNode } from '../../snapshot-lookup.ts';
import type { ResourceChange } from '../edit-draft.ts';
import { isEqualValue } from '../fields/is-equal-value.ts';
import type { RenamedNode } from '../renamed-nodes.ts';
import { placeOf } from './name-form.ts';
import { findNameSites, type NameSite } from './name-sites.ts';

/** What has to be written so that every name means what it meant, when one resource gets another id. */
export interface FollowedNames {
  readonly changes: readonly ResourceChange[];
  /** Names of resources that cannot name it any more: they say no namespace, and it is in another one now. */
  readonly cutOff: readonly string[];
  /** What it cannot name any more, as `Kind name`, for the same reason. */
  readonly outOfReach: readonly string[];
  /** Missing nodes that it names without a namespace: they move with it. */
  readonly movedMissing: readonly RenamedNode[];
}

/** Follows the names of a resource, and those that it holds itself, to the id that it is about to get. */
export function followNames(snapshot: Snapshot, resource: Resource, id: ResourceId): FollowedNames {
  const changes: ResourceChange[] = [];
  const cutOff = new Set<string>();
  const outOfReach = new Set<string>();
  const movedMissing: RenamedNode[] = [];
  for (const site of findNameSites(snapshot)) {
    const isOwn = site.resource === resource;
    const isNamed = site.target === resource.id;
    const after = isNamed ? id : site.target;
    const namespace = isOwn ? placeOf(id).namespace : site.resource.namespace;
    const reader = { snapshot, resource: site.resource, namespace };
    const meant = isOwn || isNamed ? site.form.resolve(site.value, reader) : after;
    if (meant === after) {
      continue;
    }
    if (!isNamed && !isThere(snapshot, after)) {
      movedMissing.push(...movedNode(snapshot, after, meant));
      continue;
    }
    const value = site.form.rewrite(site.value, reader, placeOf(after));
    if (!isEqualValue(value, site.value)) {
      changes.push(changeOf(site, value));
    }
    if (site.form.resolve(value, reader) !== after) {
      isNamed ? cutOff.add(site.resource.name) : outOfReach.add(describe(after));
    }
  }
  return { changes, cutOff: [...cutOff], outOfReach: [...outOfReach], movedMissing };
}

function changeOf({ resource, path }: NameSite, value: ReturnType<NameSite['form']['rewrite']>) {
  return { resource, operation: { kind: 'set', path, value } as const };
}

/** Whether it is in the text, or in a namespace whose resources are not. */
function isThere(snapshot: Snapshot, id: ResourceId): boolean {
  const { foreignNamespaces } = snapshot.assumptions;
  return (
    findResource(snapshot, id) !== undefined || foreignNamespaces.includes(placeOf(id).namespace)
  );
}

function movedNode(
  snapshot: Snapshot,
  from: ResourceId,
  to: ResourceId | null,
): readonly RenamedNode[] {
  const isMissing = findTopologyNode(snapshot, from)?.status === 'missing';
  return isMissing && to !== null ? [{ from, to }] : [];
}

function describe(id: ResourceId): string {
  const kind = id.slice(0, id.indexOf('/')).split('.')[0] ?? '';
  return `${kind} ${placeOf(id).name}`;
}
