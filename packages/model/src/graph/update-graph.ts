import type { Assumptions } from '../resources/assumptions.ts';
import type { Resource } from '../resources/resource.ts';
import { fieldOf } from '../resources/tolerant-value.ts';
import { finish, type Slices } from '../text/slices.ts';
import { type ListSplice, spliceList } from '../text/splice-list.ts';
import { type EntryBlock, type GraphEntry, NO_LINKS } from './graph-entry.ts';
import { isDeepEqual } from './is-deep-equal.ts';
import { indexTopology } from './keep-identity.ts';
import { layOutTopology, type ReplacedBlocks } from './lay-out-topology.ts';
import { providedSlots } from './provided-slots.ts';
import { relinkEntries } from './relink-entries.ts';
import { createGraph, type ResourceGraph } from './resource-graph.ts';
import {
  forgetOrder,
  getSlot,
  lastHolder,
  moveHolder,
  NO_ENTRIES,
  NO_SLOTS,
  type Slot,
} from './slot.ts';
import type { Topology, TopologyNode } from './topology.ts';

/** Blocks of resources in a row that give way to others. */
export type ResourceSplice = ListSplice<readonly Resource[]>;

/** The graph of these blocks of resources. What equals a node or edge of `reuse` is that very object. */
export function buildGraph(
  blocks: readonly (readonly Resource[])[],
  assumptions: Assumptions,
  reuse?: Topology,
): ResourceGraph {
  return finish(buildGraphInSlices(blocks, assumptions, reuse));
}

/** The same, resource by resource. */
export function* buildGraphInSlices(
  blocks: readonly (readonly Resource[])[],
  assumptions: Assumptions,
  reuse?: Topology,
): Slices<ResourceGraph> {
  const graph = createGraph(assumptions, reuse === undefined ? null : indexTopology(reuse));
  yield* changeGraph(graph, [{ index: 0, count: 0, inserted: blocks }]);
  graph.reuse = null;
  return graph;
}

/**
 * Changes the graph as the splices say, which are in text order. It costs as much as the blocks that
 * change and the resources that are linked to those that do.
 */
export function updateGraph(graph: ResourceGraph, splices: readonly ResourceSplice[]): void {
  finish(changeGraph(graph, splices));
}

/** Until it is through, the graph is of no use. */
function* changeGraph(graph: ResourceGraph, splices: readonly ResourceSplice[]): Slices<void> {
  const change: Change = {
    before: new Map(),
    left: new Map(),
    fresh: new Set(),
    moved: new Set(),
  };
  const windows = splices.map((splice) => openWindow(graph, splice));
  for (const window of windows) leaveWindow(window, change);
  const replaced = windows.map((window) => fillWindow(graph, window, change));
  graph.blocks = spliceList(
    graph.blocks,
    windows.map(({ index, count }, at) => ({
      index,
      count,
      inserted: replaced[at]?.inserted ?? [],
    })),
  );
  graph.blocks.forEach((block, place) => {
    block.place = place;
  });
  for (const entries of change.left.values())
    for (const entry of entries) moveHolder(entry, [entry.id], []);
  const dirty = new Set<GraphEntry>();
  const successions: GraphEntry[] = [];
  yield null;
  for (const [id, before] of change.before) {
    settleId(graph, id, before, change, dirty);
    if (before !== undefined && before !== lastHolder(id)) successions.push(before);
    yield null;
  }
  const { reuse } = graph;
  // Where another manifest counts for an id now, its node may well be the same as before.
  if (successions.length > 0) graph.reuse = indexTopology(topologyOf(successions));
  const touched = yield* relinkEntries(graph, dirty, change.moved);
  graph.reuse = reuse;
  yield null;
  layOutTopology(graph, touched, replaced);
}

function topologyOf(entries: readonly GraphEntry[]): Topology {
  return {
    nodes: entries.flatMap(({ links }) => links.node ?? []),
    edges: entries.flatMap(({ links }) => links.edges),
  };
}

interface Change {
  /** The entry that counted for each id that is touched. */
  readonly before: Map<Slot, GraphEntry | undefined>;
  /** Entries that left their place and that no resource has taken over yet. */
  readonly left: Map<Slot, GraphEntry[]>;
  /** Entries that are new or whose resource means something else now. */
  readonly fresh: Set<GraphEntry>;
  /** Of the fresh ones those that come from elsewhere in the text. */
  readonly moved: Set<GraphEntry>;
}

/** A splice, and the part of its blocks in which something changes for the graph. */
interface Window extends ResourceSplice {
  readonly blocks: readonly EntryBlock[];
  /** Entries before and behind the part: they have their new resources already. */
  readonly head: readonly GraphEntry[];
  readonly tail: readonly GraphEntry[];
  readonly leaving: readonly GraphEntry[];
  readonly arriving: readonly Resource[];
}

function openWindow(graph: ResourceGraph, splice: ResourceSplice): Window {
  const blocks = graph.blocks.slice(splice.index, splice.index + splice.count);
  const old = blocks.flatMap(({ entries }) => entries);
  const now = splice.inserted.flat();
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && replaceQuietly(old[head], now[head])) head += 1;
  let tail = 0;
  while (tail < most - head && replaceQuietly(old.at(-1 - tail), now.at(-1 - tail))) tail += 1;
  return {
    ...splice,
    blocks,
    head: old.slice(0, head),
    tail: old.slice(old.length - tail),
    leaving: old.slice(head, old.length - tail),
    arriving: now.slice(head, now.length - tail),
  };
}

/** Where the new resource gives the graph nothing to do (typing in comments, annotations and the like), puts it in place. */
function replaceQuietly(entry: GraphEntry | undefined, other: Resource | undefined): boolean {
  if (entry === undefined || other === undefined) return false;
  const { resource } = entry;
  const isSame =
    resource === other ||
    (resource.id === other.id &&
      resource.stale === other.stale &&
      isDeepEqual(resource.details, other.details) &&
      (!IS_READ_AGAIN.has(resource.details.type) ||
        isDeepEqual(fieldOf(resource.value, 'spec'), fieldOf(other.value, 'spec'))));
  if (isSame) entry.resource = other;
  return isSame;
}

// Edges of these say which fields make them, so the manifest counts as well as what was read from it.
const IS_READ_AGAIN: ReadonlySet<string> = new Set(['Gateway', 'VirtualService', 'Service']);

function leaveWindow({ leaving }: Window, { before, left }: Change): void {
  for (const entry of leaving) {
    const { id } = entry;
    if (!before.has(id)) before.set(id, lastHolder(id));
    const others = left.get(id);
    if (others === undefined) left.set(id, [entry]);
    else others.push(entry);
  }
}

/** The blocks with the resources that arrive; an entry that left is taken over by a resource of the same id. */
function fillWindow(
  graph: ResourceGraph,
  { blocks, inserted, head, tail, leaving, arriving }: Window,
  { before, left, fresh, moved }: Change,
): ReplacedBlocks {
  const own = new Set(leaving);
  const arrived = arriving.map((resource) => {
    const id = getSlot(graph.slots, 'id', resource.id);
    if (!before.has(id)) before.set(id, lastHolder(id));
    const known = left.get(id)?.shift();
    const entry = known ?? createEntry(id, resource);
    entry.resource = resource;
    fresh.add(entry);
    if (known === undefined) moveHolder(entry, [], [id]);
    else if (!own.has(known)) moved.add(known);
    return entry;
  });
  const entries = [...head, ...arrived, ...tail];
  let start = 0;
  const filled = inserted.map((resources) => {
    const end = start + resources.length;
    const block = createBlock(entries.slice(start, end));
    start = end;
    return block;
  });
  return { removed: blocks, inserted: filled };
}

function createEntry(id: Slot, resource: Resource): GraphEntry {
  const entry: GraphEntry = {
    resource,
    block: NO_BLOCK,
    at: 0,
    id,
    provides: NO_SLOTS,
    needs: NO_SLOTS,
    links: NO_LINKS,
    adopted: NO_NODES,
    alone: NO_ENTRIES,
  };
  entry.alone = [entry];
  return entry;
}

const NO_NODES: readonly TopologyNode[] = Object.freeze([]);
const NO_BLOCK: EntryBlock = Object.freeze({
  entries: NO_ENTRIES,
  place: 0,
  nodes: NO_NODES,
  edges: [],
});

function createBlock(entries: readonly GraphEntry[]): EntryBlock {
  const block: EntryBlock = { entries, place: 0, nodes: [], edges: [] };
  entries.forEach((entry, at) => {
    entry.block = block;
    entry.at = at;
  });
  return block;
}

/** Hands on what the id's last resource provides, and marks what has to be linked again. */
function settleId(
  graph: ResourceGraph,
  id: Slot,
  before: GraphEntry | undefined,
  { fresh }: Change,
  dirty: Set<GraphEntry>,
): void {
  forgetOrder(id);
  const now = lastHolder(id);
  if (now !== undefined) dirty.add(now);
  if (before === now && (now === undefined || !fresh.has(now))) return;
  markNeeders(id, dirty);
  if (before !== undefined) {
    dirty.add(before);
    for (const slot of before.provides) markNeeders(slot, dirty);
    if (before !== now) setProvided(before, NO_SLOTS);
  }
  if (now === undefined) return;
  setProvided(now, providedSlots(graph.slots, now.resource, graph.assumptions));
  for (const slot of now.provides) {
    forgetOrder(slot);
    markNeeders(slot, dirty);
  }
}

function markNeeders({ needers }: Slot, dirty: Set<GraphEntry>): void {
  for (const entry of needers) dirty.add(entry);
}

function setProvided(entry: GraphEntry, slots: readonly Slot[]): void {
  moveHolder(entry, entry.provides, slots);
  entry.provides = slots;
}
