import type { NodeId, Topology } from '../../graph/topology.ts';
import { measureNode } from '../measure-node.ts';
import type { Point } from '../node-geometry.ts';
import { columnPositions } from './column-positions.ts';
import { FreePlaces } from './free-places.ts';
import { columnOf, columnWidth } from './layout-graph.ts';
import { NODE_GAP } from './place-columns.ts';

/** A drawing as it is now: where its columns are, and where there is room. */
export interface PresentColumns {
  /** The left side of each of COLUMNS: where most of its nodes are now. */
  readonly xs: readonly number[];
  /** The left side of each of COLUMNS in a drawing without any dragged node. */
  readonly usualXs: readonly number[];
  readonly places: readonly FreePlaces[];
  /** Of all nodes. */
  readonly highest: number;
  readonly lowest: number;
}

/** Looks at the nodes that have a position. */
export function presentColumns(
  topology: Topology,
  delegates: ReadonlySet<string>,
  positions: ReadonlyMap<NodeId, Point>,
): PresentColumns {
  const boxes = boxesOf(topology, delegates, positions);
  const usualXs = columnPositions(delegates.size > 0);
  const shifts = usualXs.map((usual, column) => {
    const found = boxes.filter((box) => box.column === column).map((box) => box.left);
    const middle = found.sort((a, b) => a - b)[found.length >> 1];
    return middle === undefined ? null : middle - usual;
  });
  const xs = usualXs.map((x, column) => x + nearestShift(shifts, column));
  const places = xs.map((x, column) => {
    const free = new FreePlaces();
    free.takeAll(boxes.filter((box) => isInWay(box, x, column)));
    return free;
  });
  const highest = boxes.reduce((least, box) => Math.min(least, box.top), Number.POSITIVE_INFINITY);
  const lowest = boxes.reduce((most, box) => Math.max(most, box.bottom), Number.NEGATIVE_INFINITY);
  return { xs, usualXs, places, highest, lowest };
}

/** Takes the place of a new node out of what is free. */
export function takePlace(
  { xs, places }: PresentColumns,
  column: number,
  point: Point,
  height: number,
): void {
  const { x: left, y: top } = point;
  const box = { column, left, right: left + columnWidth(column), top, bottom: top + height };
  places.forEach((free, other) => {
    if (isInWay(box, xs[other] ?? 0, other)) free.take(box);
  });
}

interface Box {
  readonly column: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxesOf(
  topology: Topology,
  delegates: ReadonlySet<string>,
  positions: ReadonlyMap<NodeId, Point>,
): readonly Box[] {
  return topology.nodes.flatMap((node) => {
    const point = positions.get(node.id);
    if (point === undefined || !Number.isFinite(point.x) || !Number.isFinite(point.y)) return [];
    const { width, height } = measureNode(node);
    const { x, y } = point;
    const column = columnOf(node, delegates);
    return [{ column, left: x, right: x + width, top: y, bottom: y + height }];
  });
}

/** A column without nodes keeps its distance from the nearest one that has some. */
function nearestShift(shifts: readonly (number | null)[], column: number): number {
  for (let distance = 0; distance < shifts.length; distance += 1) {
    const shift = shifts[column - distance] ?? shifts[column + distance];
    if (shift !== undefined && shift !== null) return shift;
  }
  return 0;
}

function isInWay(box: Box, x: number, column: number): boolean {
  return box.left < x + columnWidth(column) + NODE_GAP && box.right > x - NODE_GAP;
}
