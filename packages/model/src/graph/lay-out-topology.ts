import { joinLists } from '../text/join-lists.ts';
import type { EntryBlock } from './graph-entry.ts';
import { createTopology, type ResourceGraph } from './resource-graph.ts';
import type { TopologyEdge, TopologyNode } from './topology.ts';

/** Blocks in a row that gave way to others. */
export interface ReplacedBlocks {
  readonly removed: readonly EntryBlock[];
  readonly inserted: readonly EntryBlock[];
}

/**
 * Puts the nodes and edges of all entries in text order after blocks were replaced and entries of the
 * `touched` ones changed. A list stays the one that it was where nothing in it changed; the former
 * lists are left alone.
 */
export function layOutTopology(
  graph: ResourceGraph,
  touched: ReadonlySet<EntryBlock>,
  replaced: readonly ReplacedBlocks[],
): void {
  const known = new Set(replaced.flatMap(({ removed, inserted }) => [...removed, ...inserted]));
  const all = [...replaced];
  for (const block of touched)
    if (!known.has(block)) all.push({ removed: [{ ...block }], inserted: [block] });
  for (const { inserted } of all) for (const block of inserted) putTogether(block);
  const { nodes, edges } = graph;
  if (!isKept(all, 'nodes')) graph.nodes = joinLists(graph.blocks.map((block) => block.nodes));
  if (!isKept(all, 'edges')) graph.edges = joinLists(graph.blocks.map((block) => block.edges));
  if (graph.nodes !== nodes || graph.edges !== edges)
    graph.topology = createTopology(graph.nodes, graph.edges);
}

function putTogether(block: EntryBlock): void {
  const nodes: TopologyNode[] = [];
  const edges: TopologyEdge[] = [];
  for (const { links, adopted } of block.entries) {
    if (links.node !== null) nodes.push(links.node);
    for (const node of adopted) nodes.push(node);
    for (const edge of links.edges) edges.push(edge);
  }
  block.nodes = nodes;
  block.edges = edges;
}

function isKept(replaced: readonly ReplacedBlocks[], list: 'nodes' | 'edges'): boolean {
  return replaced.every(({ removed, inserted }) => {
    const before = removed.flatMap<unknown>((block) => block[list]);
    const now = inserted.flatMap<unknown>((block) => block[list]);
    return before.length === now.length && before.every((item, index) => item === now[index]);
  });
}
