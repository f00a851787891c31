import type { NodeId, Topology } from '../graph/topology.ts';
import { finish } from '../text/slices.ts';
import { layoutTopology } from './layout-topology.ts';
import type { Point } from './node-geometry.ts';
import { connectedComponents, neighboursOf } from './placement/connected-components.ts';
import { buildLayoutGraph, delegatesOf, type LayoutGraph } from './placement/layout-graph.ts';
import { NODE_GAP } from './placement/place-columns.ts';
import { COMPONENT_GAP } from './placement/place-components.ts';
import { placeNodes } from './placement/place-nodes.ts';
import {
  highestOf,
  isInLine,
  leftInLine,
  lowestOf,
  type PresentColumns,
  placesAt,
  presentColumns,
  takePlace,
} from './placement/present-columns.ts';

/**
 * A place for every node: the known ones stay where they are (also those of nodes that are gone);
 * a new one stands beside its neighbours, in line with the nodes there and at the free place nearest
 * to where its lines are straight; new ones that only hang together with each other are laid out
 * below. New nodes overlap nothing, and what
 * comes out does not depend on the order of the input.
 */
export function placeNewNodes(
  topology: Topology,
  positions: ReadonlyMap<NodeId, Point>,
): ReadonlyMap<NodeId, Point> {
  const added = topology.nodes.filter((node) => !positions.has(node.id));
  if (added.length === 0) return positions;
  if (added.length === topology.nodes.length) {
    return new Map([...positions, ...layoutTopology(topology)]);
  }
  const placement = startPlacement(topology, positions);
  for (const part of connectedComponents(placement.graph, placement.unplaced)) {
    if (part.some((node) => isBesidePlaced(placement, node))) placeBeside(placement, part);
  }
  placeLoneNodes(placement);
  placeParts(placement);
  return new Map([...positions, ...placement.added]);
}

interface Placement {
  /** The new nodes, their neighbours and the edges between them; nothing else matters. */
  readonly graph: LayoutGraph;
  readonly columns: PresentColumns;
  /** By index of the node in the graph. */
  readonly placed: Map<number, Point>;
  /** Ascending. */
  readonly unplaced: Set<number>;
  readonly added: Map<NodeId, Point>;
}

function startPlacement(topology: Topology, positions: ReadonlyMap<NodeId, Point>): Placement {
  const delegates = delegatesOf(topology);
  const edges = topology.edges.filter(
    ({ source, target }) => !positions.has(source) || !positions.has(target),
  );
  const ends = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const nodes = topology.nodes.filter(({ id }) => ends.has(id) || !positions.has(id));
  const graph = finish(buildLayoutGraph({ nodes, edges }, { delegates }));
  const placed = new Map<number, Point>();
  const unplaced = new Set<number>();
  graph.nodes.forEach((node, index) => {
    const point = positions.get(node.id);
    if (point === undefined) unplaced.add(index);
    else placed.set(index, point);
  });
  const columns = presentColumns(topology, delegates, positions);
  return { graph, columns, placed, unplaced, added: new Map() };
}

function isBesidePlaced({ graph, placed }: Placement, node: number): boolean {
  return neighboursOf(graph, node).some((neighbour) => placed.has(neighbour));
}

/** From the placed nodes outwards, so that each new one has a neighbour to be beside. */
function placeBeside(placement: Placement, part: readonly number[]): void {
  const { graph, unplaced } = placement;
  let ring = part.filter((node) => isBesidePlaced(placement, node));
  while (ring.length > 0) {
    const wanted = ring
      .map((node) => ({ node, ...wantedPlace(placement, node) }))
      .sort((a, b) => a.y - b.y || a.node - b.node);
    for (const { node, x, y } of wanted) placeNear(placement, node, x, y);
    const next = new Set(ring.flatMap((node) => neighboursOf(graph, node)));
    ring = [...next].filter((node) => unplaced.has(node)).sort((a, b) => a - b);
  }
}

/** Nodes without lines, each at the end of its column. */
function placeLoneNodes(placement: Placement): void {
  const { graph, columns, unplaced } = placement;
  for (const node of [...unplaced]) {
    if (neighboursOf(graph, node).length > 0) continue;
    const column = graph.columns[node] ?? 0;
    const x = columns.xs[column] ?? 0;
    const { bottom } = placesAt(columns, column, x);
    placeNear(placement, node, x, Number.isFinite(bottom) ? bottom + NODE_GAP : highestOf(columns));
  }
}

/** New nodes that hang together with each other alone: a drawing of their own below all. */
function placeParts(placement: Placement): void {
  const { graph, columns, unplaced } = placement;
  const members = [...unplaced];
  if (members.length === 0) return;
  const { lefts, tops } = finish(placeNodes(graph, members));
  const left = Math.min(...columns.xs.map((x, column) => x - (columns.usualXs[column] ?? 0)));
  // Lone nodes were placed just now, below the lowest too.
  const top = lowestOf(columns) + COMPONENT_GAP;
  for (const node of members) {
    take(placement, node, { x: left + (lefts[node] ?? 0), y: top + (tops[node] ?? 0) });
  }
}

function placeNear(placement: Placement, node: number, x: number, wanted: number): void {
  const { graph, columns } = placement;
  const height = graph.heights[node] ?? 0;
  const free = placesAt(columns, graph.columns[node] ?? 0, x);
  take(placement, node, { x, y: free.nearest(Math.round(wanted), height) });
}

function take({ graph, columns, ...placement }: Placement, node: number, point: Point): void {
  placement.placed.set(node, point);
  placement.unplaced.delete(node);
  placement.added.set(graph.nodes[node]?.id ?? '', point);
  takePlace(columns, graph.columns[node] ?? 0, point, graph.heights[node] ?? 0);
}

/**
 * In line with the nodes of its column that are nearest to where its neighbours want it, and there
 * so high that its lines to them are straight.
 */
function wantedPlace(placement: Placement, node: number): Point {
  const { graph, columns } = placement;
  const column = graph.columns[node] ?? 0;
  const wishes = wishesOf(placement, node).sort((a, b) => a.x - b.x);
  // Of a hub on the left and a node of a block on the right, the block has more to say.
  const middle = wishes[wishes.length >> 1];
  if (middle === undefined) return { x: columns.xs[column] ?? 0, y: 0 };
  const near = wishes.filter((wish) => isInLine(wish.x, middle.x));
  const sum = near.reduce((total, wish) => total + wish.y, 0);
  return { x: leftInLine(columns, column, middle.x), y: sum / near.length };
}

function wishesOf({ graph, columns, placed }: Placement, node: number): Point[] {
  const { usualXs } = columns;
  const usualX = (other: number): number => usualXs[graph.columns[other] ?? 0] ?? 0;
  const wishes: Point[] = [];
  const add = (other: number, offset: number): void => {
    const point = placed.get(other);
    if (point === undefined || !Number.isFinite(point.x) || !Number.isFinite(point.y)) return;
    wishes.push({ x: point.x + usualX(node) - usualX(other), y: point.y + offset });
  };
  for (const line of graph.left[node] ?? []) add(line.source, line.sourceY - line.targetY);
  for (const line of graph.right[node] ?? []) add(line.target, line.targetY - line.sourceY);
  return wishes;
}
