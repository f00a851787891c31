import { findServiceName, resolveHost } from '../../resources/host-name.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { edgesOf, findResource } from '../../snapshot-lookup.ts';
import type { EditCommand } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import { refuse } from '../result.ts';
import { NOT_THERE } from './change-field.ts';
import { consequencesOf, removeEdges } from './edge-removal.ts';
import { nodeOf } from './resource-ids.ts';

/** Takes a resource out of the text; with `cleanUp` also what names it in other resources. */
export function planDeleteResource(
  snapshot: Snapshot,
  { resource: id, cleanUp }: Extract<EditCommand, { readonly kind: 'delete-resource' }>,
): PlanResult {
  const resource = findResource(snapshot, id);
  if (resource === undefined) {
    return refuse(NOT_THERE);
  }
  const draft = createEditDraft(snapshot);
  const isLast = snapshot.resources.filter((other) => other.id === id).length === 1;
  let consequences = '';
  if (cleanUp && isLast) {
    const rules = rulesFor(snapshot, resource);
    const removal = removeEdges(snapshot, edgesTo(snapshot, resource));
    draft.changeAll(removal.changes);
    for (const rule of rules) {
      draft.remove(rule);
    }
    const names = rules.map(({ name }) => name);
    consequences = names.length > 0 ? ` with DestinationRule ${names.join(', ')}` : '';
    consequences += consequencesOf(removal);
  }
  draft.remove(resource);
  return draft.finish({ label: `Delete ${resource.name}${consequences}`, reveal: null });
}

function edgesTo(snapshot: Snapshot, resource: Resource) {
  const node = nodeOf(snapshot, resource.id);
  if (node === undefined) {
    return [];
  }
  return edgesOf(snapshot, node.id).filter((edge) => {
    const isOwn = edge.kind === 'binds' ? edge.target === node.id : edge.source === node.id;
    return edge.kind !== 'exposes' && !isOwn;
  });
}

/** The DestinationRules that are for this very Service. */
function rulesFor(snapshot: Snapshot, service: Resource): readonly Resource[] {
  const { assumptions } = snapshot;
  if (service.details.type !== 'Service') {
    return [];
  }
  return snapshot.resources.filter(({ details, namespace, stale }) => {
    if (details.type !== 'DestinationRule' || stale) {
      return false;
    }
    const name = findServiceName(resolveHost(details.host, namespace, assumptions), assumptions);
    return name?.name === service.name && name.namespace === service.namespace;
  });
}
