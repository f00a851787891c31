import type { NodeId, TopologyNode } from '../../graph/topology.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findResource } from '../../snapshot-lookup.ts';
import type { EditCommand } from '../edit-command.ts';
import type { ResourceChange } from '../edit-draft.ts';
import { type Result, refuse, success } from '../result.ts';

/** What connecting two nodes writes. */
export interface Connection {
  readonly changes: readonly ResourceChange[];
  readonly reveal: NodeId;
}

/** The part of a connect command that says more than the two nodes. */
export type ConnectOptions = Pick<
  Extract<EditCommand, { readonly kind: 'connect' }>,
  'route' | 'port'
>;

/** A way to connect two kinds of nodes. */
export type Connector<Source extends TopologyNode, Target extends TopologyNode> = (
  snapshot: Snapshot,
  source: Source,
  target: Target,
  options: ConnectOptions,
) => Result<Connection>;

/** The resource of a node whose fields are to be changed. */
export function editableResource(snapshot: Snapshot, node: TopologyNode): Result<Resource> {
  const resource = node.resourceId === null ? undefined : findResource(snapshot, node.resourceId);
  if (resource === undefined) {
    return refuse(
      `The ${node.kind} ${node.name} is not in this text, so nothing can be written into it. Write it into the text first.`,
    );
  }
  return resource.stale
    ? refuse(
        `The YAML of ${node.name} has a mistake. Correct it first, then it can be connected here.`,
      )
    : success(resource);
}
