import type { Slices } from '../../text/slices.ts';
import { connectedComponents, neighboursOf } from './connected-components.ts';
import { type ColumnOrder, countCrossings } from './count-crossings.ts';
import { exchangeNeighbours } from './exchange-neighbours.ts';
import type { LayoutGraph } from './layout-graph.ts';
import { spectralOrder } from './spectral-order.ts';
import { type RatedOrder, sweepOrder } from './sweep-order.ts';

/** A node with so many neighbours, and many times as many as others, holds a graph together alone. */
const HUB_NEIGHBOURS = 12;
const HUB_RATIO = 4;
/** A part with crossings is ordered again, slightly disturbed, so often at most and with so many lines in all. */
const MOST_TRIES = 24;
const MOST_TRIED_LINES = 700;
/** Under so many nodes the sweeps find as good an order from any start. */
const SPECTRAL_FROM = 8;

/**
 * Orders the columns of a connected part of the graph for few crossings. Blocks that only hubs hold
 * together (the load balancer, a gateway that all share) are ordered each alone and stay together.
 */
export function* orderColumns(graph: LayoutGraph, members: readonly number[]): Slices<ColumnOrder> {
  const byId = columnsById(graph, members);
  if (byId.every((column) => column.length < 2)) return byId;
  let best = exchanged(graph, yield* sweptOrder(graph, members));
  yield null;
  const tries = triesFor(graph, members);
  for (let seed = 0; seed < tries && best.crossings > 0; seed += 1) {
    const other = exchanged(graph, yield* sweepOrder(graph, disturbed(best.order, seed)));
    if (other.crossings < best.crossings) best = other;
  }
  return best.order;
}

/** The smaller the part, the more tries are cheap. */
function triesFor(graph: LayoutGraph, members: readonly number[]): number {
  const lines = members.reduce((sum, node) => sum + (graph.right[node]?.length ?? 0), 0);
  return Math.min(MOST_TRIES, Math.floor(MOST_TRIED_LINES / Math.max(1, lines)));
}

function exchanged(graph: LayoutGraph, rated: RatedOrder): RatedOrder {
  if (rated.crossings === 0) return rated;
  const order = exchangeNeighbours(graph, rated.order);
  const crossings = countCrossings(graph, order);
  return crossings < rated.crossings ? { order, crossings } : rated;
}

/** With two nodes of one column, which `seed` picks, in each other's place. */
function disturbed(columns: ColumnOrder, seed: number): ColumnOrder {
  const wide = columns.filter((column) => column.length > 1);
  const chosen = wide[seed % wide.length];
  const pick = Math.floor(seed / wide.length);
  return columns.map((column) => {
    if (column !== chosen) return column;
    const from = pick % column.length;
    const to =
      (from + 1 + (Math.floor(pick / column.length) % (column.length - 1))) % column.length;
    return column.with(from, column[to] ?? 0).with(to, column[from] ?? 0);
  });
}

function* sweptOrder(graph: LayoutGraph, members: readonly number[]): Slices<RatedOrder> {
  const hubs = hubsOf(graph, members);
  if (hubs.size === 0) return yield* orderBlock(graph, members);
  const blocks = connectedComponents(graph, members, hubs);
  yield null;
  const columns: number[][] = Array.from({ length: graph.columnCount }, () => []);
  for (const block of sortBlocks(graph, blocks, hubs)) {
    const { order } = yield* orderBlock(graph, block);
    order.forEach((column, index) => {
      columns[index]?.push(...column);
    });
  }
  insertHubs(graph, columns, hubs);
  return yield* sweepOrder(graph, columns);
}

function* orderBlock(graph: LayoutGraph, members: readonly number[]): Slices<RatedOrder> {
  const byId = yield* sweepOrder(graph, columnsById(graph, members));
  if (byId.crossings === 0 || members.length < SPECTRAL_FROM) return byId;
  const order = spectralOrder(graph, members);
  yield null;
  // Which end is up makes a difference, as nodes have rows.
  const reversed = order.map((column) => [...column].reverse());
  const isBetter = countCrossings(graph, reversed) < countCrossings(graph, order);
  const spectral = yield* sweepOrder(graph, isBetter ? reversed : order);
  return spectral.crossings < byId.crossings ? spectral : byId;
}

function columnsById(graph: LayoutGraph, members: readonly number[]): ColumnOrder {
  const columns: number[][] = Array.from({ length: graph.columnCount }, () => []);
  for (const node of members) columns[graph.columns[node] ?? 0]?.push(node);
  return columns;
}

function hubsOf(graph: LayoutGraph, members: readonly number[]): ReadonlySet<number> {
  const degrees = members.map((node) => new Set(neighboursOf(graph, node)).size);
  const mean = degrees.reduce((sum, degree) => sum + degree, 0) / Math.max(1, members.length);
  const least = Math.max(HUB_NEIGHBOURS, mean * HUB_RATIO);
  return new Set(members.filter((_, index) => (degrees[index] ?? 0) >= least));
}

/** Blocks of the same hub, and of the same row of it, next to each other. */
function sortBlocks(
  graph: LayoutGraph,
  blocks: readonly (readonly number[])[],
  hubs: ReadonlySet<number>,
): readonly (readonly number[])[] {
  const ranks = new Map([...hubs].map((hub, rank) => [hub, rank]));
  const keyed = blocks.map((block) => ({ block, key: attachment(graph, block, ranks) }));
  return keyed
    .sort((a, b) => a.key - b.key || (a.block[0] ?? 0) - (b.block[0] ?? 0))
    .map(({ block }) => block);
}

function attachment(
  graph: LayoutGraph,
  block: readonly number[],
  ranks: ReadonlyMap<number, number>,
): number {
  let sum = 0;
  let count = 0;
  const add = (hub: number, y: number): void => {
    const rank = ranks.get(hub);
    if (rank === undefined) return;
    sum += rank + y / ((graph.heights[hub] ?? 0) + 1);
    count += 1;
  };
  for (const node of block) {
    for (const line of graph.left[node] ?? []) add(line.source, line.sourceY);
    for (const line of graph.right[node] ?? []) add(line.target, line.targetY);
  }
  return count === 0 ? 0 : sum / count;
}

/** Puts each hub into its column where the middle of its neighbours is. */
function insertHubs(graph: LayoutGraph, columns: number[][], hubs: ReadonlySet<number>): void {
  const heights = new Map<number, number>();
  for (const column of columns) {
    column.forEach((node, index) => {
      heights.set(node, (index + 0.5) / column.length);
    });
  }
  for (const hub of hubs) {
    const known = neighboursOf(graph, hub).flatMap((node) => heights.get(node) ?? []);
    const sum = known.reduce((total, height) => total + height, 0);
    heights.set(hub, known.length === 0 ? 0.5 : sum / known.length);
    columns[graph.columns[hub] ?? 0]?.push(hub);
  }
  for (const column of columns) {
    column.sort((a, b) => (heights.get(a) ?? 0) - (heights.get(b) ?? 0));
  }
}
