import { compareEntries, type GraphEntry, type Links } from './graph-entry.ts';
import { keepNode } from './keep-identity.ts';
import { findNamers, type ResourceGraph } from './resource-graph.ts';
import type { NodeId, TopologyNode } from './topology.ts';

/**
 * Gives each missing node to the first resource in the text that names it, after the links of some
 * entries changed from the `former` ones; of these some may have `moved` within the text. Returns the
 * entries whose adopted nodes are other ones now.
 */
export function adoptAbsentNodes(
  graph: ResourceGraph,
  former: ReadonlyMap<GraphEntry, Links>,
  moved: ReadonlySet<GraphEntry>,
): ReadonlySet<GraphEntry> {
  const open = new Set<NodeId>();
  for (const [entry, { absent }] of former) {
    if (absent.size === 0 && entry.links.absent.size === 0) continue;
    for (const id of absent.keys()) if (graph.absent.get(id)?.home === entry) open.add(id);
    for (const id of entry.links.absent.keys()) {
      const home = graph.absent.get(id)?.home;
      if (home === undefined || compareEntries(entry, home) < 0) open.add(id);
    }
  }
  const touched = new Set<GraphEntry>();
  for (const id of open) {
    const before = graph.absent.get(id);
    const home = pickHome(graph, id, former, moved);
    if (before !== undefined) touched.add(before.home);
    const node = home === undefined ? undefined : home.links.absent.get(id);
    if (home === undefined || node === undefined) {
      graph.absent.delete(id);
      continue;
    }
    touched.add(home);
    graph.absent.set(id, { home, node: keepNode(before?.node, node, graph.reuse) });
  }
  return new Set([...touched].filter((entry) => adopt(graph, entry)));
}

/** The first entry in the text that names the missing node. */
function pickHome(
  graph: ResourceGraph,
  id: NodeId,
  former: ReadonlyMap<GraphEntry, Links>,
  moved: ReadonlySet<GraphEntry>,
): GraphEntry | undefined {
  const home = graph.absent.get(id)?.home;
  const namers = findNamers(graph, id);
  // Before a home that stays in its place only those that were linked again may have come.
  const stays =
    home !== undefined &&
    !moved.has(home) &&
    home.links.absent.has(id) &&
    former.size < namers.length;
  const candidates = stays ? [home, ...former.keys()] : namers;
  let first: GraphEntry | undefined;
  for (const entry of candidates) {
    if (first !== undefined && compareEntries(first, entry) <= 0) continue;
    if (entry.links.absent.has(id)) first = entry;
  }
  return first;
}

function adopt(graph: ResourceGraph, entry: GraphEntry): boolean {
  const adopted: TopologyNode[] = [];
  for (const id of entry.links.absent.keys()) {
    const known = graph.absent.get(id);
    if (known?.home === entry) adopted.push(known.node);
  }
  const isSame =
    adopted.length === entry.adopted.length &&
    adopted.every((node, index) => node === entry.adopted[index]);
  if (!isSame) entry.adopted = adopted;
  return !isSame;
}
