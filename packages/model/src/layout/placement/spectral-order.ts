import type { ColumnOrder } from './count-crossings.ts';
import type { LayoutGraph } from './layout-graph.ts';

const MOST_ROUNDS = 600;
/** Rounds times lines, so that large graphs take a bounded time. */
const MOST_WORK = 6_000_000;

/**
 * A start order in which nodes that hang together are near each other: by the graph's second
 * eigenvector, found by letting every node move to the middle of its neighbours again and again.
 */
export function spectralOrder(graph: LayoutGraph, members: readonly number[]): ColumnOrder {
  const { starts, ends } = adjacencyOf(graph, members);
  const values = eigenvector(starts, ends, members);
  const byNode = new Map(members.map((node, index) => [node, values[index] ?? 0]));
  const columns: number[][] = Array.from({ length: graph.columnCount }, () => []);
  for (const node of members) columns[graph.columns[node] ?? 0]?.push(node);
  for (const column of columns) {
    column.sort((a, b) => (byNode.get(a) ?? 0) - (byNode.get(b) ?? 0) || a - b);
  }
  return columns;
}

interface Adjacency {
  /** For each member where its neighbours start in `ends`; one more at the end. */
  readonly starts: Int32Array;
  /** Places in `members`. */
  readonly ends: Int32Array;
}

function adjacencyOf(graph: LayoutGraph, members: readonly number[]): Adjacency {
  const places = new Map(members.map((node, index) => [node, index]));
  const starts = new Int32Array(members.length + 1);
  const ends: number[] = [];
  members.forEach((node, index) => {
    for (const line of graph.right[node] ?? []) pushPlace(ends, places.get(line.target));
    for (const line of graph.left[node] ?? []) pushPlace(ends, places.get(line.source));
    starts[index + 1] = ends.length;
  });
  return { starts, ends: Int32Array.from(ends) };
}

function pushPlace(ends: number[], place: number | undefined): void {
  if (place !== undefined) ends.push(place);
}

function eigenvector(
  starts: Int32Array,
  ends: Int32Array,
  members: readonly number[],
): Float64Array {
  const count = members.length;
  let values = Float64Array.from(members, startValue);
  let next = new Float64Array(count);
  const rounds = Math.min(MOST_ROUNDS, Math.ceil(MOST_WORK / (ends.length + count)));
  for (let round = 0; round < rounds; round += 1) {
    center(values, starts);
    for (let i = 0; i < count; i += 1) {
      const start = starts[i] ?? 0;
      const end = starts[i + 1] ?? 0;
      let sum = 0;
      for (let k = start; k < end; k += 1) sum += values[ends[k] ?? 0] ?? 0;
      const own = values[i] ?? 0;
      next[i] = end > start ? (own + sum / (end - start)) / 2 : own;
    }
    normalize(next);
    [values, next] = [next, values];
  }
  return values;
}

/** Any numbers do that are the same on every run; these are spread evenly. */
function startValue(_node: number, index: number): number {
  return ((index + 1) * 0.618_033_988_749_895) % 1;
}

/** Takes out the first eigenvector, in which all nodes are at the same place. */
function center(values: Float64Array, starts: Int32Array): void {
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < values.length; i += 1) {
    const degree = (starts[i + 1] ?? 0) - (starts[i] ?? 0);
    sum += (values[i] ?? 0) * degree;
    weight += degree;
  }
  const mean = weight > 0 ? sum / weight : 0;
  for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? 0) - mean;
}

function normalize(values: Float64Array): void {
  let squares = 0;
  for (const value of values) squares += value * value;
  const length = Math.sqrt(squares);
  if (length === 0) return;
  for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? 0) / length;
}
