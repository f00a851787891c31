import { type Links, NO_LINKS } from './graph-entry.ts';
import { isDeepEqual } from './is-deep-equal.ts';
import type { Topology, TopologyEdge, TopologyNode } from './topology.ts';

/** Nodes and edges of an earlier topology by their ids. */
export interface FormerTopology {
  readonly nodes: ReadonlyMap<string, TopologyNode>;
  readonly edges: ReadonlyMap<string, TopologyEdge>;
}

/** The topology's nodes and edges by their ids. */
export function indexTopology({ nodes, edges }: Topology): FormerTopology {
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    edges: new Map(edges.map((edge) => [edge.id, edge])),
  };
}

/** The new links, made of the former objects wherever these say the same. */
export function keepIdentity(former: Links, next: Links, reuse: FormerTopology | null): Links {
  if (former === next) return former;
  if (former === NO_LINKS && reuse === null) return next;
  const node = next.node === null ? null : keepNode(former.node, next.node, reuse);
  const edges = keepEdges(former.edges, next.edges, reuse);
  const absent = isSameMap(former.absent, next.absent) ? former.absent : next.absent;
  const exposedBy = isDeepEqual(former.exposedBy, next.exposedBy)
    ? former.exposedBy
    : next.exposedBy;
  const isSame =
    node === former.node &&
    edges === former.edges &&
    absent === former.absent &&
    exposedBy === former.exposedBy;
  return isSame ? former : { node, edges, absent, exposedBy };
}

function isSameMap(one: Links['absent'], other: Links['absent']): boolean {
  return one.size === other.size && isDeepEqual([...one.values()], [...other.values()]);
}

/** The former node where it says the same. */
export function keepNode(
  former: TopologyNode | null | undefined,
  next: TopologyNode,
  reuse: FormerTopology | null,
): TopologyNode {
  const known = former ?? reuse?.nodes.get(next.id);
  return known !== undefined && isDeepEqual(known, next) ? known : next;
}

function keepEdges(
  former: readonly TopologyEdge[],
  next: readonly TopologyEdge[],
  reuse: FormerTopology | null,
): readonly TopologyEdge[] {
  if (next.length === 0) return former.length === 0 ? former : next;
  if (former.length === 0 && reuse === null) return next;
  let byId: ReadonlyMap<string, TopologyEdge> | undefined;
  const edges = next.map((edge, index) => {
    const beside = former[index];
    if (beside !== undefined && beside.id === edge.id)
      return isDeepEqual(beside, edge) ? beside : edge;
    byId ??= new Map(former.map((each) => [each.id, each]));
    const known = byId.get(edge.id) ?? reuse?.edges.get(edge.id);
    return known !== undefined && isDeepEqual(known, edge) ? known : edge;
  });
  const isSame =
    edges.length === former.length && edges.every((edge, index) => edge === former[index]);
  return isSame ? former : edges;
}
