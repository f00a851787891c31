import type { GraphEntry } from './graph-entry.ts';
import type { ResourceGraph } from './resource-graph.ts';
import type { TopologyEdge, TopologyNode } from './topology.ts';

/**
 * Puts the nodes and edges of all entries in text order after those of `changed` became others. An
 * array stays the one that it was where nothing in it changed; the former arrays are left alone.
 */
export function layOutTopology(
  graph: ResourceGraph,
  changed: ReadonlySet<GraphEntry>,
  removed: ReadonlySet<GraphEntry>,
): void {
  const { nodes, edges } = graph.topology;
  const next = {
    nodes: layOut(graph, nodes, changed, removed, NODES),
    edges: layOut(graph, edges, changed, removed, EDGES),
  };
  if (next.nodes !== nodes || next.edges !== edges) graph.topology = next;
}

/** How one of the two arrays lies in the entries. */
interface Share<Item> {
  readonly itemsOf: (entry: GraphEntry) => readonly Item[];
  readonly at: 'nodeAt' | 'edgeAt';
  readonly count: 'nodeCount' | 'edgeCount';
}

const NODES: Share<TopologyNode> = {
  itemsOf: ({ links, adopted }) => (links.node === null ? adopted : [links.node, ...adopted]),
  at: 'nodeAt',
  count: 'nodeCount',
};

const EDGES: Share<TopologyEdge> = {
  itemsOf: ({ links }) => links.edges,
  at: 'edgeAt',
  count: 'edgeCount',
};

function layOut<Item>(
  { entries }: ResourceGraph,
  items: readonly Item[],
  changed: ReadonlySet<GraphEntry>,
  removed: ReadonlySet<GraphEntry>,
  share: Share<Item>,
): readonly Item[] {
  for (const entry of removed) if (entry[share.count] > 0) return layOutAll(entries, share);
  let copy: Item[] | null = null;
  for (const entry of changed) {
    if (removed.has(entry)) continue;
    const own = share.itemsOf(entry);
    if (own.length !== entry[share.count]) return layOutAll(entries, share);
    const at = entry[share.at];
    for (let index = 0; index < own.length; index += 1) {
      const item = own[index];
      if (item === undefined || item === items[at + index]) continue;
      copy ??= items.slice();
      copy[at + index] = item;
    }
  }
  return copy ?? items;
}

function layOutAll<Item>(entries: readonly GraphEntry[], share: Share<Item>): readonly Item[] {
  const items: Item[] = [];
  for (const entry of entries) {
    const own = share.itemsOf(entry);
    entry[share.at] = items.length;
    entry[share.count] = own.length;
    for (const item of own) items.push(item);
  }
  return items;
}
