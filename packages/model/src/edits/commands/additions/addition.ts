import type { NodeId, TopologyNode } from '../../../graph/topology.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { findResource } from '../../../snapshot-lookup.ts';
import type { EditCommand, FieldValue } from '../../edit-command.ts';
import type { ResourceChange } from '../../edit-draft.ts';
import type { ManifestName } from '../../manifests/new-manifest.ts';
import { uniqueName, whyNotName } from '../../manifests/resource-name.ts';
import type { Result } from '../../result.ts';

/** What adding a resource that is connected to a node writes. */
export interface Addition {
  /** Its name, for the label. */
  readonly name: string;
  readonly manifest: FieldValue;
  /** What connects the two on the side of the node that is there. */
  readonly changes: readonly ResourceChange[];
  /** The node that shows it; null where it is part of another node. */
  readonly reveal: NodeId | null;
}

/** Instead of something new: what the node names already and is not in the text. */
export interface UnwrittenNode {
  readonly unwritten: NodeId;
}

/** The part of an `add-connected` command that says more than the node and the kind. */
export type AdditionOptions = Pick<
  Extract<EditCommand, { readonly kind: 'add-connected' }>,
  'route'
>;

/** A way to add a resource of one kind to a node of another. */
export type Adder<Node extends TopologyNode> = (
  snapshot: Snapshot,
  node: Node,
  options: AdditionOptions,
) => Result<Addition | UnwrittenNode>;

/**
 * A free name in the node's namespace, which is written where the node's manifest writes it. Of the
 * bases the first is taken that Kubernetes takes as a name.
 */
export function nameBeside(
  snapshot: Snapshot,
  node: TopologyNode,
  kind: string,
  bases: readonly string[],
): ManifestName {
  const { namespace } = node;
  const resource = node.resourceId === null ? undefined : findResource(snapshot, node.resourceId);
  const isWritten =
    resource?.namespaceIsWritten || namespace !== snapshot.assumptions.defaultNamespace;
  const base = bases.find((one) => whyNotName(kind, one) === null) ?? `my-${kind.toLowerCase()}`;
  const name = uniqueName(snapshot, kind, namespace, base);
  return { name, namespace: isWritten ? namespace : null };
}

/** What a resource is called apart from its kind: `shop` of `shop-gateway`. */
export function stemOf(name: string): string {
  return name.replace(/-?(?:gateway|gw|virtualservice|vs|service|svc)$/, '') || name;
}
