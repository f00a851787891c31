import type { NodeId, Topology } from '../../graph/topology.ts';
import { measureNode } from '../measure-node.ts';
import type { Point } from '../node-geometry.ts';
import { COLUMN_GAP, columnPositions } from './column-positions.ts';
import { FreePlaces } from './free-places.ts';
import { columnOf, columnWidth } from './layout-graph.ts';
import { NODE_GAP } from './place-columns.ts';

/** A drawing as it is now: where its columns are, and where there is room. */
export interface PresentColumns {
  /** The left side of each of COLUMNS: where most of its nodes are now. */
  readonly xs: readonly number[];
  /** The left side of each of COLUMNS in a drawing without any dragged node. */
  readonly usualXs: readonly number[];
  /** All nodes that have a place. */
  readonly boxes: Box[];
  /** What is free in a column that stands at a left side; found when it is asked for. */
  readonly places: Map<string, ColumnPlaces>;
}

interface ColumnPlaces {
  readonly column: number;
  readonly x: number;
  readonly free: FreePlaces;
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
  return { xs, usualXs, boxes, places: new Map() };
}

/** What is free where a column stands at this left side. */
export function placesAt(columns: PresentColumns, column: number, x: number): FreePlaces {
  const key = `${column} ${x}`;
  const known = columns.places.get(key);
  if (known !== undefined) return known.free;
  const free = new FreePlaces();
  free.takeAll(columns.boxes.filter((box) => isInWay(box, x, column)));
  columns.places.set(key, { column, x, free });
  return free;
}

/** Nodes of a column further apart than the next column is are not in line with each other. */
const IN_LINE = 1.5 * (columnWidth(0) + COLUMN_GAP);

/** Whether both are left sides in the same column of the drawing, or of the same block. */
export function isInLine(x: number, other: number): boolean {
  return Math.abs(x - other) <= IN_LINE;
}

/** The left side at which nodes of this column stand, nearest to the wanted one; if none, that one. */
export function leftInLine({ boxes }: PresentColumns, column: number, wanted: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    if (box.column !== column || !isInLine(box.left, wanted)) continue;
    const distance = Math.abs(box.left - wanted);
    const known = Math.abs(best - wanted);
    if (distance < known || (distance === known && box.left < best)) best = box.left;
  }
  return Number.isFinite(best) ? best : wanted;
}

/** Takes the place of a new node out of what is free. */
export function takePlace(
  { boxes, places }: PresentColumns,
  column: number,
  point: Point,
  height: number,
): void {
  const { x: left, y: top } = point;
  const box = { column, left, right: left + columnWidth(column), top, bottom: top + height };
  boxes.push(box);
  for (const place of places.values()) {
    if (isInWay(box, place.x, place.column)) place.free.take(box);
  }
}

/** Where the lowest of all nodes ends; 0 where there are none. */
export function lowestOf({ boxes }: PresentColumns): number {
  return boxes.reduce((most, box) => Math.max(most, box.bottom), boxes[0]?.bottom ?? 0);
}

/** Where the highest of all nodes begins; 0 where there are none. */
export function highestOf({ boxes }: PresentColumns): number {
  return boxes.reduce((least, box) => Math.min(least, box.top), boxes[0]?.top ?? 0);
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
): Box[] {
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
