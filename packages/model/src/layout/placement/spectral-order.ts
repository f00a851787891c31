import type { ColumnOrder } from './count-crossings.ts';
import type { LayoutGraph } from './layout-graph.ts';

const MOST_ROUNDS = 400;
/** Rounds times lines, so that large graphs take a bounded time. */
const MOST_WORK = 6_000_000;

/**
 * A start order in which nodes that hang together are near each other: by the graph's second
 * eigenvector, found by letting every node move to the middle of its neighbours again and again.
 */
export function spectralOrder(graph: LayoutGraph, members: readonly number[]): ColumnOrder {
  const { starts, ends } = adjacencyOf(graph, members);
  const values = eigenvector(starts, ends);
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

function eigenvector(starts: Int32Array, ends: Int32Array): Float64Array {
  const count = starts.length - 1;
  let values: Float64Array = farDistances(starts, ends);
  let next: Float64Array = new Float64Array(count);
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

/**
 * How far each node is from one at an end of the graph. From there the eigenvector is near, also in
 * long chains, where it would take as many rounds as the square of their length to find it.
 */
function farDistances(starts: Int32Array, ends: Int32Array): Float64Array {
  const first = distances(starts, ends, 0);
  return distances(starts, ends, first.indexOf(first.reduce((a, b) => Math.max(a, b), 0)));
}

/** How many lines each node is away from one; unreached nodes are at the end too. */
function distances(starts: Int32Array, ends: Int32Array, from: number): Float64Array {
  const found = new Float64Array(starts.length - 1).fill(-1);
  found[from] = 0;
  const queue = [from];
  for (const node of queue) {
    const next = (found[node] ?? 0) + 1;
    for (let k = starts[node] ?? 0; k < (starts[node + 1] ?? 0); k += 1) {
      const neighbour = ends[k] ?? 0;
      if ((found[neighbour] ?? 0) >= 0) continue;
      found[neighbour] = next;
      queue.push(neighbour);
    }
  }
  return found;
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
