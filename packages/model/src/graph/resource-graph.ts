import type { Assumptions } from '../resources/assumptions.ts';
import type { Resource, ResourceId } from '../resources/resource.ts';
import { countEntries, type EntryBuckets, entriesOf } from './entry-buckets.ts';
import type { GraphEntry } from './graph-entry.ts';
import { idKey, nodeKindKey } from './graph-keys.ts';
import type { GraphLookup } from './graph-lookup.ts';
import type { FormerTopology } from './keep-identity.ts';
import { linkResource } from './link-resource.ts';
import type { Reference } from './reference.ts';
import type { NodeId, Topology, TopologyEdge, TopologyNode } from './topology.ts';

/** The resources of one text, what they find each other by, and the topology that follows. Changes in place. */
export interface ResourceGraph {
  readonly assumptions: Assumptions;
  /** In text order. */
  readonly entries: GraphEntry[];
  /** In text order within an id; the last is the one that counts. */
  readonly byId: Map<ResourceId, GraphEntry[]>;
  /** The entries that count, by the keys that they provide. */
  readonly providers: EntryBuckets;
  /** By the keys that they looked up. */
  readonly needers: EntryBuckets;
  /** How many Gateways each Service stands in front of. */
  readonly exposed: Map<ResourceId, number>;
  /** Missing nodes and the first resource that names each. */
  readonly absent: Map<NodeId, AbsentNode>;
  topology: Topology;
  /** Of an earlier topology: what says the same is taken from there. */
  reuse: FormerTopology | null;
}

interface AbsentNode {
  readonly home: GraphEntry;
  /** Of the home when it became one. */
  readonly order: number;
  readonly node: TopologyNode;
}

/** A graph without resources. */
export function createGraph(assumptions: Assumptions, reuse: FormerTopology | null): ResourceGraph {
  return {
    assumptions,
    reuse,
    entries: [],
    byId: new Map(),
    providers: new Map(),
    needers: new Map(),
    exposed: new Map(),
    absent: new Map(),
    topology: { nodes: [], edges: [] },
  };
}

/** Of the resources with this id, the one that counts: the last in the text. */
export function findEntry(graph: ResourceGraph, id: ResourceId): GraphEntry | undefined {
  return graph.byId.get(id)?.at(-1);
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
 * looked for its id or for a key that it provides.
 */
function neighboursOf(graph: ResourceGraph, id: ResourceId): readonly GraphEntry[] {
  const own = findEntry(graph, id);
  const entries = new Set(entriesOf(graph.needers, idKey(id)));
  if (own !== undefined) entries.add(own);
  for (const key of own?.provides ?? [])
    for (const entry of entriesOf(graph.needers, key)) entries.add(entry);
  return inTextOrder([...entries]);
}

/** The edges that lead to or from the node, in text order. */
export function findEdgesOf(graph: ResourceGraph, id: NodeId): readonly TopologyEdge[] {
  return neighboursOf(graph, resourceIdOf(id)).flatMap(({ links }) =>
    links.edges.filter(({ source, target }) => source === id || target === id),
  );
}

/** The resources that named the missing node, and maybe others. */
export function findNamers(graph: ResourceGraph, id: NodeId): readonly GraphEntry[] {
  return entriesOf(graph.needers, idKey(resourceIdOf(id)));
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
  return entry === undefined
    ? []
    : linkResource(createLookup(graph, []), entry.resource).references;
}

/** The references that point at the resource, in text order. */
export function findReferencesTo(graph: ResourceGraph, id: ResourceId): readonly Reference[] {
  const lookup = createLookup(graph, []);
  return neighboursOf(graph, id)
    .filter((entry) => findEntry(graph, entry.resource.id) === entry)
    .flatMap(({ resource }) =>
      linkResource(lookup, resource).references.filter(({ target }) => target === id),
    );
}

/** A lookup in the graph that adds every key it was asked for to `asked`, some more than once. */
export function createLookup(graph: ResourceGraph, asked: string[]): GraphLookup {
  const findProviders = (key: string): readonly Resource[] => {
    asked.push(key);
    const bucket = graph.providers.get(key);
    if (bucket === undefined) return NO_RESOURCES;
    if (!Array.isArray(bucket)) return [bucket.resource];
    return inTextOrder(bucket).map(({ resource }) => resource);
  };
  return {
    assumptions: graph.assumptions,
    findProviders,
    findResource: (id) => {
      asked.push(idKey(id));
      return findEntry(graph, id)?.resource;
    },
    countDuplicates: (id) => Math.max((graph.byId.get(id)?.length ?? 0) - 1, 0),
    findFewestProviders: (keys) => {
      const size = (key: string) => countEntries(graph.providers, key);
      const [first, ...others] = keys;
      if (first === undefined) return NO_RESOURCES;
      return findProviders(
        others.reduce((best, key) => (size(key) < size(best) ? key : best), first),
      );
    },
    isLoadBalancer: ({ id, details }) => {
      asked.push(nodeKindKey(id));
      return details.serviceType === 'LoadBalancer' || graph.exposed.has(id);
    },
  };
}

const NO_RESOURCES: readonly Resource[] = Object.freeze([]);

function inTextOrder(entries: readonly GraphEntry[]): readonly GraphEntry[] {
  for (let index = 1; index < entries.length; index += 1) {
    if ((entries[index - 1]?.order ?? 0) > (entries[index]?.order ?? 0))
      return entries.toSorted((one, other) => one.order - other.order);
  }
  return entries;
}
