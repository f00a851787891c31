import type { NodeId, Topology } from '../graph/topology.ts';
import { layoutTopology } from './layout-topology.ts';
import type { Point } from './node-geometry.ts';
import { connectedComponents, neighboursOf } from './placement/connected-components.ts';
import {
  buildLayoutGraph,
  columnWidth,
  delegatesOf,
  type LayoutGraph,
} from './placement/layout-graph.ts';
import { NODE_GAP } from './placement/place-columns.ts';
import { COMPONENT_GAP, placeComponents } from './placement/place-components.ts';
import { type PresentColumns, presentColumns, takePlace } from './placement/present-columns.ts';

/**
 * A place for every node: the known ones stay where they are (also those of nodes that are gone);
 * a new one takes the free place in its column nearest to where its lines are straight; new ones
 * that only hang together with each other are laid out below. New nodes overlap nothing, and what
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
  const graph = buildLayoutGraph({ nodes, edges }, delegates);
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
      .map((node) => ({ node, top: wantedTop(placement, node) }))
      .sort((a, b) => a.top - b.top || a.node - b.node);
    for (const { node, top } of wanted) placeNear(placement, node, top);
    const next = new Set(ring.flatMap((node) => neighboursOf(graph, node)));
    ring = [...next].filter((node) => unplaced.has(node)).sort((a, b) => a - b);
  }
}

/** Nodes without lines, each at the end of its column. */
function placeLoneNodes(placement: Placement): void {
  const { graph, columns, unplaced } = placement;
  for (const node of [...unplaced]) {
    if (neighboursOf(graph, node).length > 0) continue;
    const bottom = columns.places[graph.columns[node] ?? 0]?.bottom ?? 0;
    const top = Number.isFinite(bottom) ? bottom + NODE_GAP : columns.highest;
    placeNear(placement, node, Number.isFinite(top) ? top : 0);
  }
}

/** New nodes that hang together with each other alone: a drawing of their own below all. */
function placeParts(placement: Placement): void {
  const { graph, columns, unplaced } = placement;
  const members = [...unplaced];
  if (members.length === 0) return;
  const lefts = separateColumns(placement, members);
  const tops = placeComponents(graph, members);
  const top = (Number.isFinite(columns.lowest) ? columns.lowest : 0) + COMPONENT_GAP;
  // Lone nodes were placed just now, below the lowest too.
  const free = Math.max(top, ...columns.places.map((places) => places.bottom + NODE_GAP));
  for (const node of members) {
    const x = lefts[graph.columns[node] ?? 0] ?? 0;
    take(placement, node, { x, y: free + (tops[node] ?? 0) });
  }
}

/** The columns as they are now, or, where nodes were dragged so that they overlap, as usual. */
function separateColumns(
  { graph, columns }: Placement,
  members: readonly number[],
): readonly number[] {
  const { xs, usualXs } = columns;
  const used = [...new Set(members.map((node) => graph.columns[node] ?? 0))].sort((a, b) => a - b);
  const separate = used.every((column, index) => {
    const before = used[index - 1];
    if (before === undefined) return true;
    return (xs[before] ?? 0) + columnWidth(before) + NODE_GAP <= (xs[column] ?? 0);
  });
  if (separate) return xs;
  const first = used[0] ?? 0;
  const shift = (xs[first] ?? 0) - (usualXs[first] ?? 0);
  return usualXs.map((x) => x + shift);
}

function placeNear(placement: Placement, node: number, wanted: number): void {
  const { graph, columns } = placement;
  const column = graph.columns[node] ?? 0;
  const height = graph.heights[node] ?? 0;
  const y = columns.places[column]?.nearest(Math.round(wanted), height) ?? wanted;
  take(placement, node, { x: columns.xs[column] ?? 0, y });
}

function take({ graph, columns, ...placement }: Placement, node: number, point: Point): void {
  placement.placed.set(node, point);
  placement.unplaced.delete(node);
  placement.added.set(graph.nodes[node]?.id ?? '', point);
  takePlace(columns, graph.columns[node] ?? 0, point, graph.heights[node] ?? 0);
}

function wantedTop({ graph, placed }: Placement, node: number): number {
  let sum = 0;
  let count = 0;
  const add = (other: number, offset: number): void => {
    const point = placed.get(other);
    if (point === undefined || !Number.isFinite(point.y)) return;
    sum += point.y + offset;
    count += 1;
  };
  for (const line of graph.left[node] ?? []) add(line.source, line.sourceY - line.targetY);
  for (const line of graph.right[node] ?? []) add(line.target, line.targetY - line.sourceY);
  return count === 0 ? 0 : sum / count;
}
