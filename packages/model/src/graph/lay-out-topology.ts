import type { GraphEntry } from './graph-entry.ts';
import type { ResourceGraph } from './resource-graph.ts';
import { findIndexOf } from './text-order.ts';
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
    nodes: layOut(graph.entries, nodes, changed, removed, NODES),
    edges: layOut(graph.entries, edges, changed, removed, EDGES),
  };
  if (next.nodes !== nodes || next.edges !== edges) graph.topology = next;
}

/** One of the two arrays, and where an entry's part of it lies. */
interface Share<Item> {
  readonly itemsOf: (entry: GraphEntry) => readonly Item[];
  readonly at: 'nodeAt' | 'edgeAt';
  readonly count: 'nodeCount' | 'edgeCount';
}

const NODES: Share<TopologyNode> = {
  itemsOf: ({ links, adopted }) => {
    if (links.node === null) return adopted;
    return adopted.length === 0 ? [links.node] : [links.node, ...adopted];
  },
  at: 'nodeAt',
  count: 'nodeCount',
};

const EDGES: Share<TopologyEdge> = {
  itemsOf: ({ links }) => links.edges,
  at: 'edgeAt',
  count: 'edgeCount',
};

/** A place of the former array that gets other items. */
interface Span<Item> {
  readonly entry: GraphEntry;
  readonly at: number;
  readonly count: number;
  readonly items: readonly Item[];
}

/** Where more changes than this, putting everything together anew is no slower. */
const MOST_SPANS = 64;

function layOut<Item>(
  entries: readonly GraphEntry[],
  items: readonly Item[],
  changed: ReadonlySet<GraphEntry>,
  removed: ReadonlySet<GraphEntry>,
  share: Share<Item>,
): readonly Item[] {
  if (changed.size + removed.size > MOST_SPANS) return layOutAll(entries, items, share);
  const spans: Span<Item>[] = [];
  for (const entry of new Set([...removed, ...changed])) {
    const own = removed.has(entry) ? [] : share.itemsOf(entry);
    const count = entry[share.count];
    if (count === MOVED) return layOutAll(entries, items, share);
    const at = count === NEW ? endBefore(entries, entry, share) : entry[share.at];
    const span = { entry, at, count: Math.max(count, 0), items: own };
    if (count === NEW || !isInPlace(items, span)) spans.push(span);
  }
  for (const { entry, items: own } of spans) entry[share.count] = own.length;
  if (spans.every(({ count, items: own }) => count === 0 && own.length === 0)) {
    for (const { entry, at } of spans) entry[share.at] = at;
    return items;
  }
  spans.sort((one, other) => one.at - other.at || one.entry.order - other.entry.order);
  setPlaces(entries, spans, share);
  return replaceSpans(items, spans);
}

/** Of an entry that the arrays do not have yet. */
export const NEW = -1;
/** Of an entry that has another place among the entries than in the arrays. */
export const MOVED = -2;

function isInPlace<Item>(items: readonly Item[], { at, count, items: own }: Span<Item>): boolean {
  return own.length === count && own.every((item, index) => item === items[at + index]);
}

/** Where the former array's part of the entries before this one ends. */
function endBefore<Item>(
  entries: readonly GraphEntry[],
  entry: GraphEntry,
  { at, count }: Share<Item>,
): number {
  for (let index = findIndexOf(entries, entry) - 1; index >= 0; index -= 1) {
    const before = entries[index];
    if (before !== undefined && before[count] >= 0) return before[at] + before[count];
  }
  return 0;
}

function replaceSpans<Item>(items: readonly Item[], spans: readonly Span<Item>[]): readonly Item[] {
  const pieces: (readonly Item[])[] = [];
  let kept = 0;
  for (const { at, count, items: own } of spans) {
    if (at > kept) pieces.push(items.slice(kept, at));
    if (own.length > 0) pieces.push(own);
    kept = Math.max(kept, at + count);
  }
  // Slices and concatenation copy memory; going through every item would cost ten times as much.
  return ([] as Item[]).concat(...pieces, items.slice(kept));
}

/** Tells the entries from the first span on where their parts lie now. */
function setPlaces<Item>(
  entries: readonly GraphEntry[],
  spans: readonly Span<Item>[],
  { at, count }: Share<Item>,
): void {
  const indexes = spans.map(({ entry }) => findIndexOf(entries, entry));
  const first = Math.max(Math.min(...indexes), 0);
  const last = Math.max(...indexes);
  const before = entries[first - 1];
  let place = before === undefined ? 0 : before[at] + before[count];
  for (let index = first; index < entries.length; index += 1) {
    const entry = entries[index];
    if (entry === undefined) break;
    // Behind the last change everything has moved by as much.
    if (index > last && entry[at] === place) break;
    entry[at] = place;
    place += entry[count];
  }
}

function layOutAll<Item>(
  entries: readonly GraphEntry[],
  former: readonly Item[],
  share: Share<Item>,
): readonly Item[] {
  const items: Item[] = [];
  let isSame = true;
  for (const entry of entries) {
    const own = share.itemsOf(entry);
    entry[share.at] = items.length;
    entry[share.count] = own.length;
    for (const item of own) {
      isSame = isSame && item === former[items.length];
      items.push(item);
    }
  }
  return isSame && items.length === former.length ? former : items;
}
