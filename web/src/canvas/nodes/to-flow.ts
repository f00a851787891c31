import {
  isFolded,
  type NodeId,
  type Scene,
  type SceneNode,
  type TopologyNode,
} from '@portolan/model';
import type { Node } from '@xyflow/react';
import type { TracePath } from '../../session/tracing/trace-path.ts';
import { describeNode } from './describe-node.ts';

/** A type and not an interface, because React Flow wants a record. */
export type FlowNodeData = { readonly node: TopologyNode; readonly isFolded: boolean };

/**
 * What React Flow holds for a node.
 * - `table`: the node with its rows
 * - `ghost`: nothing to see, for the node is painted; it takes the pointer and the focus
 */
export type FlowNode = Node<FlowNodeData, 'table' | 'ghost'>;

/** What the canvas knows about nodes that is not in the topology. */
export interface FlowMarks {
  readonly type: 'table' | 'ghost';
  readonly selected: ReadonlySet<NodeId>;
  /** Nodes that the line being drawn cannot be joined to. */
  readonly refused: ReadonlySet<NodeId>;
  /** What the traced request has gone through; null while nothing is traced. */
  readonly path: TracePath | null;
}

const knownData = new WeakMap<TopologyNode, FlowNodeData>();
const knownFlowNodes = new WeakMap<SceneNode, KnownFlowNode>();
const knownBrokenCounts = new WeakMap<Scene['edges'], ReadonlyMap<NodeId, number>>();

/**
 * The React Flow nodes for these nodes of the scene. A node about which nothing changed is the same
 * object as before, which React Flow takes as a reason to leave it alone.
 */
export function toFlowNodes(
  scene: Scene,
  nodes: readonly SceneNode[],
  marks: FlowMarks,
): FlowNode[] {
  const broken = brokenCounts(scene);
  return nodes.map((node) =>
    toFlowNode(node, {
      type: marks.type,
      selected: marks.selected.has(node.id),
      refused: marks.refused.has(node.id),
      traced: tracedLook(node.id, marks.path),
      broken: broken.get(node.id) ?? 0,
    }),
  );
}

/** How a node stands to the traced request: gone through, being looked at, its end, or beside it. */
type TracedLook = 'traced' | 'traced current' | 'traced died' | 'untraced';

function tracedLook(id: NodeId, path: TracePath | null): TracedLook | null {
  if (path === null) return null;
  if (path.died === id) return 'traced died';
  if (path.current === id) return 'traced current';
  return path.nodes.has(id) ? 'traced' : 'untraced';
}

/** What makes two React Flow nodes of one node in one place differ. */
interface FlowLook {
  readonly type: 'table' | 'ghost';
  readonly selected: boolean;
  readonly refused: boolean;
  readonly traced: TracedLook | null;
  readonly broken: number;
}

interface KnownFlowNode {
  readonly look: FlowLook;
  readonly flowNode: FlowNode;
}

function toFlowNode(placed: SceneNode, look: FlowLook): FlowNode {
  const known = knownFlowNodes.get(placed);
  if (known !== undefined && isSameLook(known.look, look)) return known.flowNode;
  const { id, x, y, width, height } = placed;
  const flowNode: FlowNode = {
    id,
    type: look.type,
    selected: look.selected,
    className: `${look.refused ? 'refused' : ''} ${look.traced ?? ''}`.trim(),
    ariaLabel: describeNode(placed, look.broken, look.selected),
    data: dataOf(placed),
    position: { x, y },
    width,
    height,
    // Given, so that React Flow measures nothing; there are no handles of its own, because lines
    // are drawn by the edge layer.
    measured: { width, height },
    handles: [],
  };
  knownFlowNodes.set(placed, { look, flowNode });
  return flowNode;
}

function isSameLook(a: FlowLook, b: FlowLook): boolean {
  return (
    a.type === b.type &&
    a.selected === b.selected &&
    a.refused === b.refused &&
    a.traced === b.traced &&
    a.broken === b.broken
  );
}

function dataOf(placed: SceneNode): FlowNodeData {
  const { node } = placed;
  const folded = isFolded(placed);
  const known = knownData.get(node);
  if (known?.isFolded === folded) return known;
  const data = { node, isFolded: folded };
  knownData.set(node, data);
  return data;
}

function brokenCounts(scene: Scene): ReadonlyMap<NodeId, number> {
  const known = knownBrokenCounts.get(scene.edges);
  if (known !== undefined) return known;
  const counts = new Map<NodeId, number>();
  for (const { edge } of scene.edges) {
    if (edge.broken === null) continue;
    for (const id of [edge.source, edge.target]) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  knownBrokenCounts.set(scene.edges, counts);
  return counts;
}
