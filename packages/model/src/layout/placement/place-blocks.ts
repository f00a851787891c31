import type { Slices } from '../../text/slices.ts';
import { columnPositions } from './column-positions.ts';
import { connectedComponents, neighboursOf } from './connected-components.ts';
import { type CutGraph, cutHubs } from './cut-hubs.ts';
import { type Band, type Block, bestPage, extent, PROPORTION, type Size } from './fill-page.ts';
import { COLUMNS, columnWidth, type LayoutGraph } from './layout-graph.ts';
import { orderColumns } from './order-columns.ts';
import { NODE_GAP, placeColumns } from './place-columns.ts';
import { COMPONENT_GAP } from './place-components.ts';
import { stackHeight } from './stack-height.ts';

/** The left and the top of each node, by its index. */
export interface NodePlaces {
  readonly lefts: Float64Array;
  readonly tops: Float64Array;
}

/** With fewer blocks, and where they would not be seen so much larger, plain columns say more. */
const LEAST_BLOCKS = 4;
const LEAST_GAIN = 1.6;

/**
 * Places these nodes in blocks: what hangs together stands in columns of its own, and these blocks
 * fill a page from top to bottom and from left to right, below the load balancers and Gateways that
 * they share. Null where plain columns are as good.
 */
export function* placeBlocks(
  graph: LayoutGraph,
  members: readonly number[],
): Slices<NodePlaces | null> {
  const components = connectedComponents(graph, members);
  yield null;
  const plain = plainSize(graph, components);
  const cut = cutHubs(graph, components, Math.sqrt((plain.width * plain.height) / PROPORTION));
  yield null;
  if (cut.blocks.length < LEAST_BLOCKS) return null;
  const places = { lefts: new Float64Array(graph.size), tops: new Float64Array(graph.size) };
  const band = placeHubs(graph, cut, places);
  const blocks: Block[] = [];
  for (const nodes of sortedBlocks(graph, cut))
    blocks.push(yield* layOutBlock(graph, nodes, places.tops));
  const page = bestPage(blocks, band);
  if (extent(page) * LEAST_GAIN > extent(plain)) return null;
  for (const strip of page.strips) {
    for (const { block, top } of strip.blocks) {
      for (const node of block.nodes) {
        places.lefts[node] = strip.left + (strip.lefts[graph.columns[node] ?? 0] ?? 0);
        places.tops[node] = (places.tops[node] ?? 0) + top;
      }
    }
  }
  return places;
}

/** About how large these are in plain columns. */
function plainSize(graph: LayoutGraph, components: readonly (readonly number[])[]): Size {
  const lefts = columnPositions(components.some((nodes) => hasDelegates(graph, nodes)));
  const bottoms = new Float64Array(graph.columnCount);
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  for (const nodes of components) {
    const { from, to } = usedColumns(graph, nodes);
    const top = Math.max(...bottoms.subarray(from, to + 1));
    bottoms.fill(top + stackHeight(graph, nodes) + COMPONENT_GAP, from, to + 1);
    left = Math.min(left, lefts[from] ?? 0);
    right = Math.max(right, (lefts[to] ?? 0) + columnWidth(to));
  }
  return { width: right - left, height: Math.max(...bottoms) - COMPONENT_GAP };
}

function usedColumns(graph: LayoutGraph, members: readonly number[]) {
  let from = graph.columnCount - 1;
  let to = 0;
  for (const node of members) {
    from = Math.min(from, graph.columns[node] ?? 0);
    to = Math.max(to, graph.columns[node] ?? 0);
  }
  return { from, to };
}

/** Whether any of these nodes stands in the delegates' column. */
export function hasDelegates(graph: LayoutGraph, members: readonly number[]): boolean {
  const delegate = COLUMNS.indexOf('delegate');
  return members.some((node) => graph.columns[node] === delegate);
}

/**
 * Hubs stand above the blocks, each column of them below the one before, so that lines can leave
 * them to the right without passing behind another. Says where there is room for blocks.
 */
function placeHubs(graph: LayoutGraph, { hubs }: CutGraph, places: NodePlaces): Band {
  const lefts = columnPositions(false);
  const apart = new Set(hubs);
  let left = 0;
  let bottom = 0;
  let next = 0;
  for (let column = 0; column < graph.columnCount; column += 1) {
    const stack = hubs.filter((node) => graph.columns[node] === column);
    let top = next;
    for (const hub of stack) {
      places.lefts[hub] = lefts[column] ?? 0;
      places.tops[hub] = top;
      top += (graph.heights[hub] ?? 0) + NODE_GAP;
      bottom = Math.max(bottom, top - NODE_GAP + COMPONENT_GAP);
      left = lefts[column + 1] ?? 0;
      const leadsOn = graph.right[hub]?.some(({ target }) => !apart.has(target)) ?? false;
      if (leadsOn) next = Math.max(next, top);
    }
  }
  return { left, bottom };
}

/** By their first column, then by the hub that leads to them, then by id. */
function sortedBlocks(graph: LayoutGraph, cut: CutGraph): readonly (readonly number[])[] {
  const ranks = new Map(cut.hubs.map((hub, rank) => [hub, rank]));
  const rankOf = (block: readonly number[]): number => {
    const found = block.flatMap((node) =>
      neighboursOf(graph, node).flatMap((neighbour) => ranks.get(neighbour) ?? []),
    );
    return found.reduce((least, rank) => Math.min(least, rank), cut.hubs.length);
  };
  return cut.blocks
    .map((block) => ({ block, from: usedColumns(graph, block).from, rank: rankOf(block) }))
    .sort((a, b) => a.from - b.from || a.rank - b.rank || (a.block[0] ?? 0) - (b.block[0] ?? 0))
    .map(({ block }) => block);
}

/** Writes the tops of its nodes, from 0 on. */
function* layOutBlock(
  graph: LayoutGraph,
  nodes: readonly number[],
  tops: Float64Array,
): Slices<Block> {
  placeColumns(graph, yield* orderColumns(graph, nodes), tops);
  yield null;
  let height = 0;
  for (const node of nodes)
    height = Math.max(height, (tops[node] ?? 0) + (graph.heights[node] ?? 0));
  return { nodes, ...usedColumns(graph, nodes), height, hasDelegates: hasDelegates(graph, nodes) };
}
