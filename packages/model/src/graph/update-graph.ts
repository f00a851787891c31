import type { Assumptions } from '../resources/assumptions.ts';
import type { Resource, ResourceId } from '../resources/resource.ts';
import { fieldOf } from '../resources/tolerant-value.ts';
import { entriesOf, moveBuckets } from './entry-buckets.ts';
import { type GraphEntry, NO_LINKS } from './graph-entry.ts';
import { idKey, providedKeys } from './graph-keys.ts';
import { isDeepEqual } from './is-deep-equal.ts';
import { indexTopology } from './keep-identity.ts';
import { MOVED, NEW } from './lay-out-topology.ts';
import { relinkEntries } from './relink-entries.ts';
import { createGraph, findEntry, type ResourceGraph } from './resource-graph.ts';
import { setOrders } from './text-order.ts';
import type { Topology } from './topology.ts';

/** Some resources in a row that give way to others. */
export interface ResourceSplice {
  /** Of the first removed one, among the resources before all splices. */
  readonly index: number;
  readonly count: number;
  readonly inserted: readonly Resource[];
}

/** The graph of these resources. What equals a node or edge of `reuse` is that very object. */
export function buildGraph(
  resources: readonly Resource[],
  assumptions: Assumptions,
  reuse?: Topology,
): ResourceGraph {
  const graph = createGraph(assumptions, reuse === undefined ? null : indexTopology(reuse));
  updateGraph(graph, [{ index: 0, count: 0, inserted: resources }]);
  graph.reuse = null;
  return graph;
}

/**
 * Changes the graph as the splices say, which are in text order. It costs as much as the resources
 * that change and those that are linked to them.
 */
export function updateGraph(graph: ResourceGraph, splices: readonly ResourceSplice[]): void {
  const change: Change = {
    before: new Map(),
    left: new Map(),
    fresh: new Set(),
    removed: new Set(),
  };
  const changing = splices.filter((splice) => !replaceQuietly(graph, splice));
  const places = changing.map((splice) => leavePlace(graph, splice, change));
  for (const id of change.left.keys()) leaveId(graph, id, change);
  for (const place of places.toReversed()) fillPlace(graph, place, change);
  for (const entries of change.left.values())
    for (const entry of entries) change.removed.add(entry);
  for (const entry of change.fresh) enterId(graph, entry);
  const dirty = new Set<GraphEntry>([...change.fresh, ...change.removed]);
  const successions: GraphEntry[] = [];
  for (const [id, before] of change.before) {
    settleId(graph, id, before, change, dirty);
    if (before !== undefined && before !== findEntry(graph, id)) successions.push(before);
  }
  const { reuse } = graph;
  // Where another manifest counts for an id now, its node may well be the same as before.
  if (successions.length > 0) graph.reuse = indexTopology(topologyOf(successions));
  relinkEntries(graph, dirty, change.removed);
  graph.reuse = reuse;
}

function topologyOf(entries: readonly GraphEntry[]): Topology {
  return {
    nodes: entries.flatMap(({ links }) => links.node ?? []),
    edges: entries.flatMap(({ links }) => links.edges),
  };
}

interface Change {
  /** The entry that counted for each id that is touched. */
  readonly before: Map<ResourceId, GraphEntry | undefined>;
  /** Entries that left their place and that no resource has taken over yet. */
  readonly left: Map<ResourceId, GraphEntry[]>;
  /** Entries that are new or whose resource means something else now. */
  readonly fresh: Set<GraphEntry>;
  readonly removed: Set<GraphEntry>;
}

/** Where nothing changes for the graph: puts the new resources in place. */
function replaceQuietly(graph: ResourceGraph, { index, count, inserted }: ResourceSplice): boolean {
  if (count !== inserted.length) return false;
  const old = graph.entries.slice(index, index + count);
  if (!old.every((entry, at) => isSame(entry, inserted[at]))) return false;
  old.forEach((entry, at) => {
    entry.resource = inserted[at] ?? entry.resource;
  });
  return true;
}

/** A splice with what stood in its place. */
interface Place extends ResourceSplice {
  readonly old: readonly GraphEntry[];
  readonly orders: readonly number[];
}

function leavePlace(graph: ResourceGraph, splice: ResourceSplice, { before, left }: Change): Place {
  const old = graph.entries.slice(splice.index, splice.index + splice.count);
  for (const entry of old) {
    const { id } = entry.resource;
    if (!before.has(id)) before.set(id, findEntry(graph, id));
    const others = left.get(id);
    if (others === undefined) left.set(id, [entry]);
    else others.push(entry);
  }
  return { ...splice, old, orders: old.map(({ order }) => order) };
}

function leaveId({ byId }: ResourceGraph, id: ResourceId, { left }: Change): void {
  const leaving = new Set(left.get(id));
  const rest = (byId.get(id) ?? []).filter((entry) => !leaving.has(entry));
  if (rest.length === 0) byId.delete(id);
  else byId.set(id, rest);
}

function fillPlace(
  graph: ResourceGraph,
  { index, count, inserted, old, orders }: Place,
  { before, left, fresh }: Change,
): void {
  const entries = inserted.map((resource) => {
    const { id } = resource;
    if (!before.has(id)) before.set(id, findEntry(graph, id));
    const entry = left.get(id)?.shift() ?? createEntry(resource);
    entry.resource = resource;
    fresh.add(entry);
    return entry;
  });
  entries.forEach((entry, at) => {
    if (entry !== old[at]) forgetPlace(entry);
  });
  spliceEntries(graph.entries, index, count, entries);
  setOrders(graph.entries, index, entries, orders);
}

/** So that the topology's arrays are put together anew. */
function forgetPlace(entry: GraphEntry): void {
  if (entry.nodeCount === NEW) return;
  entry.nodeCount = MOVED;
  entry.edgeCount = MOVED;
}

/** Whether the new resource gives the graph nothing to do: typing in comments, annotations and the like. */
function isSame({ resource }: GraphEntry, other: Resource | undefined): boolean {
  return (
    other !== undefined &&
    resource.id === other.id &&
    resource.stale === other.stale &&
    isDeepEqual(resource.details, other.details) &&
    (!IS_READ_AGAIN.has(resource.details.type) ||
      isDeepEqual(fieldOf(resource.value, 'spec'), fieldOf(other.value, 'spec')))
  );
}

// Edges of these say which fields make them, so the manifest counts as well as what was read from it.
const IS_READ_AGAIN: ReadonlySet<string> = new Set(['Gateway', 'VirtualService', 'Service']);

function createEntry(resource: Resource): GraphEntry {
  return {
    resource,
    order: 0,
    provides: [],
    needs: [],
    links: NO_LINKS,
    adopted: [],
    nodeAt: 0,
    nodeCount: NEW,
    edgeAt: 0,
    edgeCount: NEW,
  };
}

function enterId(graph: ResourceGraph, entry: GraphEntry): void {
  const { id } = entry.resource;
  const others = graph.byId.get(id);
  if (others === undefined) graph.byId.set(id, [entry]);
  else {
    const at = others.findLastIndex(({ order }) => order < entry.order);
    others.splice(at + 1, 0, entry);
  }
}

/** Hands on what the id's last resource provides, and marks what has to be linked again. */
function settleId(
  graph: ResourceGraph,
  id: ResourceId,
  before: GraphEntry | undefined,
  { fresh }: Change,
  dirty: Set<GraphEntry>,
): void {
  const now = findEntry(graph, id);
  if (now !== undefined) dirty.add(now);
  if (before === now && (now === undefined || !fresh.has(now))) return;
  const keys = [idKey(id)];
  if (before !== undefined) {
    dirty.add(before);
    keys.push(...before.provides);
    if (before !== now) setProvided(graph, before, []);
  }
  if (now !== undefined) {
    setProvided(graph, now, providedKeys(now.resource, graph.assumptions));
    keys.push(...now.provides);
  }
  if (graph.needers.size === 0) return;
  for (const key of keys) {
    for (const entry of entriesOf(graph.needers, key)) dirty.add(entry);
  }
}

function setProvided(graph: ResourceGraph, entry: GraphEntry, keys: readonly string[]): void {
  moveBuckets(graph.providers, entry, entry.provides, keys);
  entry.provides = keys;
}

function spliceEntries(
  entries: GraphEntry[],
  index: number,
  count: number,
  inserted: readonly GraphEntry[],
): void {
  if (inserted.length === count) {
    inserted.forEach((entry, at) => {
      entries[index + at] = entry;
    });
    return;
  }
  const tail = entries.slice(index + count);
  entries.length = index;
  // Not spread: a text may have more resources than a call may have arguments.
  for (const entry of inserted) entries.push(entry);
  for (const entry of tail) entries.push(entry);
}
