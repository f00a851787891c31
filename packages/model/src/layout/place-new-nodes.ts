import type { NodeId, Topology } from '../graph/topology.ts';
import { layoutTopology } from './layout-topology.ts';
import type { Point } from './node-geometry.ts';
import { columnPositions } from './placement/column-positions.ts';
import { connectedComponents, neighboursOf } from './placement/connected-components.ts';
import { FreePlaces } from './placement/free-places.ts';
import { buildLayoutGraph, COLUMNS, type LayoutGraph } from './placement/layout-graph.ts';
import { NODE_GAP } from './placement/place-columns.ts';
import { COMPONENT_GAP, placeComponents } from './placement/place-components.ts';
import { nodeWidth } from './rows/row-metrics.ts';

/**
 * A place for every node: the known ones stay where they are (also those of nodes that are gone);
 * a new one takes the free place in its column nearest to where its lines are straight; new ones that only
 * hang together with each other are laid out below. New nodes overlap nothing, and what comes out
 * does not depend on the order of the input.
 */
export function placeNewNodes(
  topology: Topology,
  positions: ReadonlyMap<NodeId, Point>,
): ReadonlyMap<NodeId, Point> {
  const added = topology.nodes.filter((node) => !positions.has(node.id));
  if (added.length === 0) return positions;
  if (added.length === topology.nodes.length)
    return new Map([...positions, ...layoutTopology(topology)]);
  const placement = startPlacement(topology, positions);
  const parts = connectedComponents(placement.graph, placement.unplaced);
  for (const part of parts) {
    if (part.some((node) => isBesidePlaced(placement, node))) placeBeside(placement, part);
  }
  placeApart(placement);
  const result = new Map(positions);
  for (const [node, point] of placement.placed) result.set(idOf(placement.graph, node), point);
  return result;
}

interface Placement {
  readonly graph: LayoutGraph;
  /** The left side of each of COLUMNS: where most of its nodes are now, and in a new drawing. */
  readonly xs: readonly number[];
  readonly usualXs: readonly number[];
  readonly columns: readonly FreePlaces[];
  /** By index of the node in the graph. */
  readonly placed: Map<number, Point>;
  /** Ascending. */
  readonly unplaced: Set<number>;
}

function startPlacement(topology: Topology, positions: ReadonlyMap<NodeId, Point>): Placement {
  const graph = buildLayoutGraph(topology);
  const placed = new Map<number, Point>();
  const unplaced = new Set<number>();
  graph.nodes.forEach((node, index) => {
    const point = positions.get(node.id);
    if (point === undefined) unplaced.add(index);
    else placed.set(index, point);
  });
  const usualXs = columnPositions(topology);
  const xs = presentColumns(usualXs, graph, placed);
  const columns = xs.map((x, column) => {
    const places = new FreePlaces();
    places.takeAll(
      [...placed].flatMap(([node, point]) =>
        isInWay(graph, node, point, x, widthOf(column)) ? [stretchOf(graph, node, point)] : [],
      ),
    );
    return places;
  });
  return { graph, xs, usualXs, columns, placed, unplaced };
}

/** Where the columns are now: the middle one of each column's nodes tells; empty ones follow from the nearest. */
function presentColumns(
  usual: readonly number[],
  graph: LayoutGraph,
  placed: ReadonlyMap<number, Point>,
): readonly number[] {
  const shifts = usual.map((x, column) => {
    const inColumn = [...placed].filter(([node]) => graph.columns[node] === column);
    const sorted = inColumn
      .map(([, point]) => point.x)
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    const middle = sorted[sorted.length >> 1];
    return middle === undefined ? null : middle - x;
  });
  return usual.map((x, column) => x + (nearestShift(shifts, column) ?? 0));
}

function nearestShift(shifts: readonly (number | null)[], column: number): number | null {
  for (let distance = 0; distance < shifts.length; distance += 1) {
    const shift = shifts[column - distance] ?? shifts[column + distance];
    if (shift !== undefined && shift !== null) return shift;
  }
  return null;
}

function isBesidePlaced({ graph, placed }: Placement, node: number): boolean {
  return neighboursOf(graph, node).some((neighbour) => placed.has(neighbour));
}

/** From the placed nodes outwards, so that each new one has a neighbour to be beside. */
function placeBeside(placement: Placement, part: readonly number[]): void {
  const { graph, placed, unplaced } = placement;
  let ring = part.filter((node) => isBesidePlaced(placement, node));
  while (ring.length > 0) {
    const wanted = ring
      .map((node) => ({ node, top: wantedTop(placement, node) }))
      .sort((a, b) => a.top - b.top || a.node - b.node);
    for (const { node, top } of wanted) place(placement, node, top);
    const next = new Set(ring.flatMap((node) => neighboursOf(graph, node)));
    ring = [...next]
      .filter((node) => unplaced.has(node) && !placed.has(node))
      .sort((a, b) => a - b);
  }
}

function place(placement: Placement, node: number, wanted: number): void {
  const { graph, xs, columns } = placement;
  const column = graph.columns[node] ?? 0;
  const height = graph.heights[node] ?? 0;
  const y = columns[column]?.nearest(Math.round(wanted), height) ?? wanted;
  take(placement, node, { x: xs[column] ?? 0, y });
}

function take(
  { graph, xs, columns, placed, unplaced }: Placement,
  node: number,
  point: Point,
): void {
  placed.set(node, point);
  unplaced.delete(node);
  columns.forEach((places, column) => {
    if (isInWay(graph, node, point, xs[column] ?? 0, widthOf(column))) {
      places.take(stretchOf(graph, node, point));
    }
  });
}

function wantedTop({ graph, placed }: Placement, node: number): number {
  let sum = 0;
  let count = 0;
  const add = (other: number, offset: number): void => {
    const point = placed.get(other);
    if (point === undefined) return;
    sum += point.y + offset;
    count += 1;
  };
  for (const line of graph.left[node] ?? []) add(line.source, line.sourceY - line.targetY);
  for (const line of graph.right[node] ?? []) add(line.target, line.targetY - line.sourceY);
  return count === 0 ? 0 : sum / count;
}

/** Lone nodes at the end of their column; what hangs together as a drawing of its own below all. */
function placeApart(placement: Placement): void {
  const { graph, columns, unplaced } = placement;
  for (const [node, ...others] of connectedComponents(graph, unplaced)) {
    if (node === undefined || others.length > 0) continue;
    const bottom = columns[graph.columns[node] ?? 0]?.bottom ?? 0;
    place(placement, node, Number.isFinite(bottom) ? bottom + NODE_GAP : highest(placement));
  }
  const members = [...unplaced];
  if (members.length === 0) return;
  const lefts = separateColumns(placement, members);
  const tops = placeComponents(graph, members);
  const top = lowest(placement) + COMPONENT_GAP;
  for (const node of members) {
    take(placement, node, { x: lefts[graph.columns[node] ?? 0] ?? 0, y: top + (tops[node] ?? 0) });
  }
}

/** The columns as they are now, or, where nodes were dragged so that they overlap, as usual. */
function separateColumns(
  { graph, xs, usualXs }: Placement,
  members: readonly number[],
): readonly number[] {
  const used = [...new Set(members.map((node) => graph.columns[node] ?? 0))].sort((a, b) => a - b);
  const separate = used.every((column, index) => {
    const before = used[index - 1];
    return (
      before === undefined || (xs[before] ?? 0) + widthOf(before) + NODE_GAP <= (xs[column] ?? 0)
    );
  });
  if (separate) return xs;
  const first = used[0] ?? 0;
  const shift = (xs[first] ?? 0) - (usualXs[first] ?? 0);
  return usualXs.map((x) => x + shift);
}

function lowest({ graph, placed }: Placement): number {
  let bottom = Number.NEGATIVE_INFINITY;
  for (const [node, { y }] of placed) {
    if (Number.isFinite(y)) bottom = Math.max(bottom, y + (graph.heights[node] ?? 0));
  }
  return Number.isFinite(bottom) ? bottom : 0;
}

function highest({ placed }: Placement): number {
  let top = Number.POSITIVE_INFINITY;
  for (const { y } of placed.values()) top = Math.min(top, y);
  return Number.isFinite(top) ? top : 0;
}

function isInWay(
  graph: LayoutGraph,
  node: number,
  point: Point,
  x: number,
  width: number,
): boolean {
  const right = point.x + widthOf(graph.columns[node] ?? 0);
  if (!Number.isFinite(point.y)) return false;
  return point.x < x + width + NODE_GAP && right > x - NODE_GAP;
}

function stretchOf(
  graph: LayoutGraph,
  node: number,
  point: Point,
): { readonly top: number; readonly bottom: number } {
  return { top: point.y, bottom: point.y + (graph.heights[node] ?? 0) };
}

function widthOf(column: number): number {
  const name = COLUMNS[column] ?? 'Service';
  return nodeWidth(name === 'delegate' ? 'VirtualService' : name);
}

function idOf(graph: LayoutGraph, node: number): NodeId {
  return graph.nodes[node]?.id ?? '';
}
