import type { Resource } from '../../resources/resource.ts';
import { buildSnapshot, type Snapshot, updateSnapshot } from '../../snapshot.ts';
import { snapshotText } from '../../snapshot-lookup.ts';
import type { EditCommand } from '../edit-command.ts';
import type { PlanResult } from '../edit-plan.ts';
import { planAppendText } from '../manifests/append-manifest.ts';
import { uniqueName } from '../manifests/resource-name.ts';
import { refuse } from '../result.ts';
import { planRenameResource } from './rename-resource.ts';
import { nodeIdLike } from './resource-ids.ts';

/**
 * Adds manifests as they are written. One whose name is taken gets a free one, and what is added with
 * it follows: a pasted VirtualService routes to the pasted Service.
 */
export function planAddManifests(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'add-manifests' }>,
): PlanResult {
  let added = buildSnapshot(command.text, snapshot.assumptions);
  if (added.resources.length === 0) {
    return refuse('There is no Kubernetes manifest in it: nothing with kind and a name.');
  }
  for (const { id } of added.resources) {
    const renamed = withFreeName(snapshot, added, id);
    if (!renamed.ok) {
      return renamed;
    }
    added = renamed.snapshot;
  }
  const [first] = added.resources;
  const count = added.resources.length;
  const what =
    count === 1 && first !== undefined ? `${first.kind} ${first.name}` : `${count} manifests`;
  return {
    ok: true,
    plan: {
      version: snapshot.version,
      label: `Paste ${what}`,
      edits: [planAppendText(snapshot, snapshotText(added))],
      renamed: [],
      reveal: first === undefined ? null : nodeIdLike(added, first, first.id),
    },
  };
}

type Renamed =
  | { readonly ok: true; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly reason: string };

function withFreeName(snapshot: Snapshot, added: Snapshot, id: string): Renamed {
  const resource = added.resources.find((one) => one.id === id);
  const isTaken = snapshot.resources.some((one) => one.id === id);
  if (resource === undefined || !isTaken) {
    return { ok: true, snapshot: added };
  }
  const name = freeName(snapshot, added, resource);
  const result = planRenameResource(added, { kind: 'rename-resource', resource: id, name });
  return result.ok
    ? { ok: true, snapshot: updateSnapshot(added, result.plan.edits) }
    : { ok: false, reason: `${resource.name} is there already. ${result.reason}` };
}

function freeName(snapshot: Snapshot, added: Snapshot, resource: Resource): string {
  const kindOfId = resource.id.slice(0, resource.id.indexOf('/'));
  const base = `${resource.name.replace(/-copy(?:-\d+)?$/, '').slice(0, 55)}-copy`;
  const both = { ...snapshot, resources: [...snapshot.resources, ...added.resources] };
  return uniqueName(both, kindOfId, resource.namespace, base);
}
