import type { NodeId } from '../graph/topology.ts';
import { readResources } from '../resources/read-resources.ts';
import type { Resource } from '../resources/resource.ts';
import type { Snapshot } from '../snapshot.ts';
import { edgesOf, findTopologyNode } from '../snapshot-lookup.ts';
import type { EditedDocument } from './fields/prove-edits.ts';

/** A node that goes by another id after an edit. */
export interface RenamedNode {
  readonly from: NodeId;
  readonly to: NodeId;
}

/**
 * The nodes of edited documents that get another id although they stand for the same resource: it
 * has another name or namespace, or a Service has become a LoadBalancer or ceased to be one.
 */
export function findRenamedNodes(
  snapshot: Snapshot,
  edited: ReadonlyMap<number, EditedDocument>,
): readonly RenamedNode[] {
  const renamed: RenamedNode[] = [];
  for (const [index, { document }] of edited) {
    const old = snapshot.documents[index];
    const before = old === undefined ? [] : readResources(old, snapshot.assumptions);
    const after = readResources(document, snapshot.assumptions);
    if (before.length === after.length) {
      for (const [place, resource] of before.entries()) {
        renamed.push(...renamedNode(snapshot, resource, after[place]));
      }
    }
  }
  return renamed;
}

function renamedNode(
  snapshot: Snapshot,
  before: Resource,
  after: Resource | undefined,
): readonly RenamedNode[] {
  const place = before.id.slice(before.id.indexOf('/'));
  const node =
    findTopologyNode(snapshot, before.id) ?? findTopologyNode(snapshot, `LoadBalancer${place}`);
  if (node?.resourceId !== before.id || after === undefined || after.kind !== before.kind) {
    return [];
  }
  const kind =
    after.details.type === 'Service' ? serviceNodeKind(snapshot, node.id, after) : node.kind;
  const to = `${kind}${after.id.slice(after.id.indexOf('/'))}`;
  return to === node.id ? [] : [{ from: node.id, to }];
}

function serviceNodeKind(snapshot: Snapshot, node: NodeId, { details }: Resource): string {
  const isBalancer = details.type === 'Service' && details.serviceType === 'LoadBalancer';
  const exposes = edgesOf(snapshot, node).some(({ kind }) => kind === 'exposes');
  return isBalancer || exposes ? 'LoadBalancer' : 'Service';
}
