import type { Assumptions } from '../resources/assumptions.ts';
import type { ResourceId } from '../resources/resource.ts';
import { type JoinedList, joinLists } from '../text/join-lists.ts';
import { type EntryBlock, type GraphEntry, inTextOrder } from './graph-entry.ts';
import type { GraphLookup } from './graph-lookup.ts';
import type { FormerTopology } from './keep-identity.ts';
import { linkResource } from './link-resource.ts';
import type { Reference } from './reference.ts';
import {
  createSlots,
  holdersOf,
  lastHolder,
  NO_ENTRIES,
  type Relation,
  type Slot,
  type Slots,
} from './slot.ts';
import type { NodeId, Topology, TopologyEdge, TopologyNode } from './topology.ts';

/** The resources of one text, what they find each other by, and the topology that follows. Changes in place. */
export interface ResourceGraph {
  readonly assumptions: Assumptions;
  /** In text order. */
  blocks: readonly EntryBlock[];
  readonly slots: Slots;
  /** How many Gateways each Service stands in front of. */
  readonly exposed: Map<ResourceId, number>;
  /** Missing nodes and the first resource that names each. */
  readonly absent: Map<NodeId, AbsentNode>;
  /** Those of all blocks. */
  nodes: JoinedList<TopologyNode>;
  edges: JoinedList<TopologyEdge>;
  topology: Topology;
  /** Of an earlier topology: what says the same is taken from there. */
  reuse: FormerTopology | null;
  /** How often a resource was linked: what the graph's life has cost so far. */
  linkings: number;
}

interface AbsentNode {
  readonly home: GraphEntry;
  readonly node: TopologyNode;
}

/** A graph without resources. */
export function createGraph(assumptions: Assumptions, reuse: FormerTopology | null): ResourceGraph {
  const nodes = joinLists<TopologyNode>([]);
  const edges = joinLists<TopologyEdge>([]);
  return {
    assumptions,
    blocks: [],
    slots: createSlots(),
    exposed: new Map(),
    absent: new Map(),
    nodes,
    edges,
    topology: createTopology(nodes, edges),
    reuse,
    linkings: 0,
  };
}

/** The topology of these nodes and edges. */
export function createTopology(
  nodes: JoinedList<TopologyNode>,
  edges: JoinedList<TopologyEdge>,
): Topology {
  return {
    get nodes() {
      return nodes();
    },
    get edges() {
      return edges();
    },
  };
}

/** Of the resources with this id, the one that counts: the last in the text. */
export function findEntry({ slots }: ResourceGraph, id: ResourceId): GraphEntry | undefined {
  const slot = slots.id.get(id);
  return slot === undefined ? undefined : lastHolder(slot);
}

/** The node with this id. */
export function findGraphNode(graph: ResourceGraph, id: NodeId): TopologyNode | undefined {
  const node = findEntry(graph, resourceIdOf(id))?.links.node;
  return node?.id === id ? node : graph.absent.get(id)?.node;
}

/** A LoadBalancer node stands for a Service; every other node for the resource with its id. */
function resourceIdOf(id: NodeId): ResourceId {
  return id.startsWith('LoadBalancer/') ? `Service${id.slice('LoadBalancer'.length)}` : id;
}

/**
 * Entries that may be linked to the resource, in text order: whoever found it, or found it missing,
 * looked in the slot of its id or in one that it provides.
 */
function neighboursOf({ slots }: ResourceGraph, id: ResourceId): readonly GraphEntry[] {
  const slot = slots.id.get(id);
  if (slot === undefined) return [];
  const own = lastHolder(slot);
  const entries = new Set(slot.needers);
  if (own !== undefined) entries.add(own);
  for (const { needers } of own?.provides ?? []) for (const entry of needers) entries.add(entry);
  return inTextOrder(entries);
}

/** The edges that lead to or from the node, in text order. */
export function findEdgesOf(graph: ResourceGraph, id: NodeId): readonly TopologyEdge[] {
  return neighboursOf(graph, resourceIdOf(id)).flatMap(({ links }) =>
    links.edges.filter(({ source, target }) => source === id || target === id),
  );
}

/** The resources that named the missing node, and maybe others. */
export function findNamers({ slots }: ResourceGraph, id: NodeId): readonly GraphEntry[] {
  return slots.id.get(resourceIdOf(id))?.needers ?? [];
}

/** The edge with this id, where its ends can be read from the id. */
export function findGraphEdge(graph: ResourceGraph, id: string): TopologyEdge | undefined {
  const [, kind, source = '', rest = ''] = /^(\w+):([^>]*)>(.*)$/s.exec(id) ?? [];
  const owner = kind === 'routes' || kind === 'delegates' ? source : rest;
  return findEntry(graph, owner)?.links.edges.find((edge) => edge.id === id);
}

/** What the names in the resource with this id point at; of several the last in the text. */
export function findReferences(graph: ResourceGraph, id: ResourceId): readonly Reference[] {
  const entry = findEntry(graph, id);
  return entry === undefined ? [] : referencesOfEntry(graph, entry);
}

/** The references that point at the resource, in text order. */
export function findReferencesTo(graph: ResourceGraph, id: ResourceId): readonly Reference[] {
  return neighboursOf(graph, id)
    .filter((entry) => lastHolder(entry.id) === entry)
    .flatMap((entry) => referencesOfEntry(graph, entry).filter(({ target }) => target === id));
}

/** Found when somebody asks: kept for every resource they would fill the memory. */
function referencesOfEntry(graph: ResourceGraph, { resource }: GraphEntry): readonly Reference[] {
  const references: Reference[] = [];
  const { slots } = graph;
  linkResource(
    createLookup(graph, (relation, key) => slots[relation].get(key)),
    resource,
    references,
  );
  return references;
}

/** A lookup in the graph that finds slots by `look`. */
export function createLookup(
  graph: ResourceGraph,
  look: (relation: Relation, key: string) => Slot | undefined,
): GraphLookup {
  const findProviders = (relation: Relation, key: string): readonly GraphEntry[] => {
    const slot = look(relation, key);
    return slot === undefined ? NO_ENTRIES : holdersOf(slot);
  };
  const count = (relation: Relation, key: string): number =>
    graph.slots[relation].get(key)?.holders.length ?? 0;
  return {
    assumptions: graph.assumptions,
    findProviders,
    findResource: (id) => findProviders('id', id).at(-1)?.resource,
    countDuplicates: (id) => Math.max(count('id', id) - 1, 0),
    findFewestProviders: (relation, keys) => {
      const [first, ...others] = keys;
      if (first === undefined) return NO_ENTRIES;
      const isFewer = (key: string, best: string) => count(relation, key) < count(relation, best);
      return findProviders(
        relation,
        others.reduce((best, key) => (isFewer(key, best) ? key : best), first),
      );
    },
    isLoadBalancer: ({ id, details }) => {
      look('id', id);
      return details.serviceType === 'LoadBalancer' || graph.exposed.has(id);
    },
  };
}
