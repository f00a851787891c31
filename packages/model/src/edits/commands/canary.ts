import type { ServiceEntryNode, ServiceNode } from '../../graph/topology.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findResource } from '../../snapshot-lookup.ts';
import type { FieldValue } from '../edit-command.ts';
import type { ResourceChange } from '../edit-draft.ts';
import { valueAt } from '../fields/field-operation.ts';
import { newDestinationRule } from '../manifests/new-manifest.ts';
import { versionsOf } from './additions/add-companion.ts';
import { nameBeside } from './additions/addition.ts';

/** Two subsets of a host between which requests can be split, and what has to be written for them. */
export interface CanarySubsets {
  /** The subset that serves now, and the one that gets a part. */
  readonly names: readonly [string, string];
  /** A DestinationRule to add; null where there is one already. */
  readonly manifest: FieldValue | null;
  readonly changes: readonly ResourceChange[];
}

/**
 * The first two subsets that DestinationRules define for the node. Where there are less, they are
 * made after the versions of its workloads, else as `v1` and `v2`.
 */
export function canarySubsets(
  snapshot: Snapshot,
  node: ServiceNode | ServiceEntryNode,
  host: string,
): CanarySubsets {
  const [first, second] = node.subsets;
  if (first !== undefined && second !== undefined) {
    return { names: [first.name, second.name], manifest: null, changes: [] };
  }
  const versions = node.kind === 'Service' ? versionsOf(snapshot, node) : [];
  const [stable = 'v1', next = stable === 'v2' ? 'v3' : 'v2'] = versions;
  if (first === undefined) {
    const name = nameBeside(snapshot, node, 'DestinationRule', [node.name]);
    const names = [stable, next] as const;
    return { names, manifest: newDestinationRule(name, host, names), changes: [] };
  }
  const added = first.name === next ? `${next}-canary` : next;
  const changes = subsetChanges(snapshot, first.destinationRule, added);
  return { names: [first.name, added], manifest: null, changes };
}

function subsetChanges(
  snapshot: Snapshot,
  ruleId: string,
  name: string,
): readonly ResourceChange[] {
  const resource = findResource(snapshot, ruleId);
  const path = ['spec', 'subsets'];
  const list = resource === undefined ? undefined : valueAt(resource.value, path);
  if (resource === undefined || !Array.isArray(list)) {
    return [];
  }
  const value = { name, labels: { version: name } };
  return [{ resource, operation: { kind: 'insert', path, index: list.length, value } }];
}
