import type { NodeId, Topology, TopologyEdge, TopologyNode } from '../../graph/topology.ts';
import { edgeAnchors } from '../edge-anchors.ts';
import { handleY, measureNode } from '../measure-node.ts';
import type { NodeGeometry, Point } from '../node-geometry.ts';
import { type Curve, curveBetween, curvesBounds, type Turn } from './curve.ts';
import type { Rect } from './rect.ts';

/** A node where it stands. */
export interface SceneNode extends Rect {
  readonly id: NodeId;
  readonly node: TopologyNode;
  readonly geometry: NodeGeometry;
}

/** An edge where it runs. */
export interface SceneEdge {
  readonly id: string;
  readonly edge: TopologyEdge;
  readonly source: SceneNode;
  readonly target: SceneNode;
  readonly lines: readonly SceneLine[];
  readonly bounds: Rect;
}

/** A line as it is painted, in flow coordinates. */
export interface SceneLine {
  readonly curve: Curve;
  readonly broken: boolean;
}

/** Everything that can be drawn, whether it is in view or not. */
export interface Scene {
  /** Columns from left to right; in each, the order of the topology. */
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly nodeById: ReadonlyMap<NodeId, SceneNode>;
}

const COLUMNS: Readonly<Record<TopologyNode['kind'], number>> = {
  LoadBalancer: 0,
  Gateway: 1,
  VirtualService: 2,
  Service: 3,
  ServiceEntry: 3,
};
const COLUMN_COUNT = 4;
/**
 * Nothing stands right of a load balancer or Gateway that blocks share; and the layout keeps free
 * what is left of a Service beside delegates.
 */
const TURNS: Readonly<Record<TopologyEdge['kind'], Turn | null>> = {
  exposes: 'end',
  binds: 'end',
  routes: 'start',
  delegates: null,
};
const ORIGIN: Point = { x: 0, y: 0 };

const knownNodes = new WeakMap<TopologyNode, SceneNode>();
const knownEdges = new WeakMap<TopologyEdge, SceneEdge>();

/** Where nodes stand; a Map, or one with a drag laid over it. */
export interface Places {
  get(id: NodeId): Point | undefined;
}

/**
 * Places the topology. What neither changed nor moved is the same object as in the scene before,
 * so that nothing about it is computed or rendered again.
 */
export function buildScene(topology: Topology, places: Places): Scene {
  const columns: SceneNode[][] = Array.from({ length: COLUMN_COUNT }, () => []);
  const nodeById = new Map<NodeId, SceneNode>();
  for (const node of topology.nodes) {
    const placed = placeNode(node, places.get(node.id) ?? ORIGIN);
    columns[COLUMNS[node.kind]]?.push(placed);
    nodeById.set(node.id, placed);
  }
  const edges: SceneEdge[] = [];
  for (const edge of topology.edges) {
    const source = nodeById.get(edge.source);
    const target = nodeById.get(edge.target);
    if (source !== undefined && target !== undefined) edges.push(placeEdge(edge, source, target));
  }
  return { nodes: columns.flat(), edges, nodeById };
}

/** The column of a kind, from left to right. */
export function columnOf(node: TopologyNode): number {
  return COLUMNS[node.kind];
}

function placeNode(node: TopologyNode, point: Point): SceneNode {
  const known = knownNodes.get(node);
  if (known !== undefined && known.x === point.x && known.y === point.y) return known;
  const geometry = measureNode(node);
  const placed: SceneNode = {
    id: node.id,
    node,
    geometry,
    x: point.x,
    y: point.y,
    width: geometry.width,
    height: geometry.height,
  };
  knownNodes.set(node, placed);
  return placed;
}

function placeEdge(edge: TopologyEdge, source: SceneNode, target: SceneNode): SceneEdge {
  const known = knownEdges.get(edge);
  if (known !== undefined && known.source === source && known.target === target) return known;
  const lines = edgeAnchors(edge, source.node, target.node).map((line) => ({
    broken: line.broken,
    curve: curveBetween(
      source.x + source.width,
      source.y + handleY(source.geometry, line.sourceRow),
      target.x,
      target.y + handleY(target.geometry, line.targetRow),
      TURNS[edge.kind],
    ),
  }));
  const bounds = curvesBounds(lines.map((line) => line.curve));
  const placed: SceneEdge = { id: edge.id, edge, source, target, lines, bounds };
  knownEdges.set(edge, placed);
  return placed;
}
