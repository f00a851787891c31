import type { NodeId, NodeKind, Topology, TopologyNode } from '../../graph/topology.ts';
import type { Point } from '../node-geometry.ts';
import type { Rect } from '../scene/rect.ts';
import { type Folding, measureWith } from './folding.ts';

/** Between a frame and the nodes in it. */
export const FRAME_PADDING = { side: 28, top: 36, bottom: 28 } as const;

const BOX_WIDTH = 240;
const BOX_HEADER = 52;
const BOX_ROW = 24;
const BOX_BOTTOM = 10;

/** The frame round the nodes of a namespace, or the box that stands for them. */
export interface NamespaceFrame extends Rect {
  readonly namespace: string;
  /** It is a box: its nodes are not shown. */
  readonly isFolded: boolean;
  /** How many nodes of each kind are in it; only kinds that there are, from left to right. */
  readonly counts: readonly KindCount[];
  readonly nodeIds: readonly NodeId[];
}

/** How many nodes there are of a kind. */
export interface KindCount {
  readonly kind: NodeKind;
  readonly count: number;
}

const KINDS: readonly NodeKind[] = [
  'LoadBalancer',
  'Gateway',
  'VirtualService',
  'Service',
  'ServiceEntry',
];

/** The frames of all namespaces where their nodes stand, by name. */
export function namespaceFrames(
  topology: Topology,
  places: { get(id: NodeId): Point | undefined },
  folding: Folding,
): readonly NamespaceFrame[] {
  return nodesByNamespace(topology.nodes).map(([namespace, nodes]) =>
    frameOf(namespace, nodes, places, folding),
  );
}

/** The frame round these nodes. */
export function frameOf(
  namespace: string,
  nodes: readonly TopologyNode[],
  places: { get(id: NodeId): Point | undefined },
  folding: Folding,
): NamespaceFrame {
  const measure = measureWith(folding);
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const node of nodes) {
    const { x, y } = places.get(node.id) ?? { x: 0, y: 0 };
    const { width, height } = measure(node);
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  const { side, top: above, bottom: below } = FRAME_PADDING;
  const counts = countKinds(nodes);
  const isFolded = folding.namespaces.has(namespace);
  const size = isFolded
    ? boxSize(counts)
    : { width: right - left + 2 * side, height: bottom - top + above + below };
  const nodeIds = nodes.map(({ id }) => id);
  return { namespace, isFolded, counts, nodeIds, x: left - side, y: top - above, ...size };
}

/** The nodes of each namespace, the namespaces by name. */
export function nodesByNamespace(
  nodes: readonly TopologyNode[],
): readonly (readonly [string, readonly TopologyNode[]])[] {
  const groups = new Map<string, TopologyNode[]>();
  for (const node of nodes) {
    const known = groups.get(node.namespace);
    if (known === undefined) groups.set(node.namespace, [node]);
    else known.push(node);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function countKinds(nodes: readonly TopologyNode[]): readonly KindCount[] {
  const counts = new Map<NodeKind, number>();
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return KINDS.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
}

function boxSize(counts: readonly KindCount[]): {
  readonly width: number;
  readonly height: number;
} {
  return { width: BOX_WIDTH, height: BOX_HEADER + counts.length * BOX_ROW + BOX_BOTTOM };
}
