import type { NodeId, Topology, TopologyEdge, TopologyNode } from '../../graph/topology.ts';
import type { Slices } from '../../text/slices.ts';
import { type EdgeLine, edgeAnchors } from '../edge-anchors.ts';
import { handleY, measureFolded } from '../measure-node.ts';
import { type Folding, measureWith, NOTHING_FOLDED } from '../namespaces/folding.ts';
import { type NamespaceFrame, namespaceFrames } from '../namespaces/namespace-frames.ts';
import type { Measure, NodeGeometry, Point } from '../node-geometry.ts';
import type { Note } from '../note.ts';
import { type Curve, curveBetween, curvesBounds, type Turn } from './curve.ts';
import type { Rect } from './rect.ts';
import { reduceEdges, type SceneBundle, type SceneStub } from './reduce-edges.ts';

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
export interface SceneLine extends EdgeLine {
  readonly curve: Curve;
}

/** Everything that can be drawn, whether it is in view or not. */
export interface Scene {
  /** Columns from left to right; in each, the order of the topology. */
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly nodeById: ReadonlyMap<NodeId, SceneNode>;
  /** The frames round namespaces, and the boxes that stand for them; none where nodes are not grouped. */
  readonly frames: readonly NamespaceFrame[];
  /** What stands for the edges that end at a box. */
  readonly bundles: readonly SceneBundle[];
  /** What stands for the edges that end at a hidden node. */
  readonly stubs: readonly SceneStub[];
  readonly notes: readonly Note[];
}

/** How a topology is shown. */
export interface SceneLook {
  readonly isGrouped: boolean;
  readonly folding: Folding;
  readonly hiddenNamespaces: ReadonlySet<string>;
  readonly notes: readonly Note[];
}

const PLAIN_LOOK: SceneLook = {
  isGrouped: false,
  folding: NOTHING_FOLDED,
  hiddenNamespaces: new Set(),
  notes: [],
};

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
export function buildScene(
  topology: Topology,
  places: Places,
  { isGrouped, folding, hiddenNamespaces, notes }: SceneLook = PLAIN_LOOK,
): Scene {
  const columns: SceneNode[][] = Array.from({ length: COLUMN_COUNT }, () => []);
  const nodeById = new Map<NodeId, SceneNode>();
  const measure = measureWith(folding);
  for (const node of topology.nodes) {
    if (hiddenNamespaces.has(node.namespace) || folding.namespaces.has(node.namespace)) continue;
    const placed = placeNode(node, places.get(node.id) ?? ORIGIN, measure);
    columns[COLUMNS[node.kind]]?.push(placed);
    nodeById.set(node.id, placed);
  }
  const frames = isGrouped
    ? namespaceFrames(topology, places, folding).filter(
        ({ namespace }) => !hiddenNamespaces.has(namespace),
      )
    : [];
  const edges: SceneEdge[] = [];
  const reduced: TopologyEdge[] = [];
  for (const edge of topology.edges) {
    const source = nodeById.get(edge.source);
    const target = nodeById.get(edge.target);
    if (source !== undefined && target !== undefined) edges.push(placeEdge(edge, source, target));
    else reduced.push(edge);
  }
  const rest = reduceEdges(reduced, topology.nodes, { nodeById, frames });
  return { nodes: columns.flat(), edges, nodeById, frames, notes, ...rest };
}

/** Places every node and edge, in slices of time, so that the first scene with these places costs little. */
export function* prepareScene(
  topology: Topology,
  places: Places,
  { folding }: SceneLook,
): Slices<void> {
  const measure = measureWith(folding);
  const placed = new Map<NodeId, SceneNode>();
  for (const node of topology.nodes) {
    placed.set(node.id, placeNode(node, places.get(node.id) ?? ORIGIN, measure));
    yield null;
  }
  for (const edge of topology.edges) {
    const source = placed.get(edge.source);
    const target = placed.get(edge.target);
    if (source !== undefined && target !== undefined) placeEdge(edge, source, target);
    yield null;
  }
}

/** Whether a node shows its header alone. */
export function isFolded({ node, geometry }: SceneNode): boolean {
  return geometry === measureFolded(node);
}

/** The areas that hold everything there is to see. */
export function sceneAreas({ nodes, frames, notes }: Scene): readonly Rect[] {
  return [...notes, ...(frames.length > 0 ? frames : nodes)];
}

/** The column of a kind, from left to right. */
export function columnOf(node: TopologyNode): number {
  return COLUMNS[node.kind];
}

function placeNode(node: TopologyNode, point: Point, measure: Measure): SceneNode {
  const known = knownNodes.get(node);
  const geometry = measure(node);
  const isSame = known?.x === point.x && known.y === point.y && known.geometry === geometry;
  if (isSame) return known;
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
  const lines = linesOf(edge, source, target).map((line) => ({
    ...line,
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

/** Between headers of folded nodes, where all lines of an edge would be one, there is one. */
function linesOf(edge: TopologyEdge, source: SceneNode, target: SceneNode): readonly EdgeLine[] {
  const lines = edgeAnchors(edge, source.node, target.node);
  if (!isFolded(source) && !isFolded(target)) return lines;
  const ends = new Map<string, EdgeLine>();
  for (const line of lines) {
    const start = handleY(source.geometry, line.sourceRow);
    ends.set(`${start} ${handleY(target.geometry, line.targetRow)}`, line);
  }
  return [...ends.values()];
}
