import { adoptAbsentNodes } from './adopt-absent-nodes.ts';
import { addToBucket, removeFromBucket } from './entry-buckets.ts';
import { type GraphEntry, type Links, NO_LINKS } from './graph-entry.ts';
import { edgeKey, nodeKindKey, referenceKey } from './graph-keys.ts';
import { isDeepEqual } from './is-deep-equal.ts';
import { keepIdentity } from './keep-identity.ts';
import { layOutTopology } from './lay-out-topology.ts';
import { linkResource } from './link-resource.ts';
import { createLookup, findEntry, type ResourceGraph } from './resource-graph.ts';

/**
 * Links the dirty entries again, and those that depend on what comes of it, and brings the topology
 * up to date. Removed entries give back what they had.
 */
export function relinkEntries(
  graph: ResourceGraph,
  dirty: Set<GraphEntry>,
  removed: ReadonlySet<GraphEntry>,
): void {
  const changed = new Set<GraphEntry>();
  const former = new Map<GraphEntry, Links>();
  const relink = (entry: GraphEntry): void => {
    const before = entry.links;
    linkEntry(graph, entry, removed);
    former.set(entry, before);
    if (entry.links !== before || entry.nodeCount < 0) changed.add(entry);
  };
  // Gateways first: whether they are behind a Service says which node the Service is.
  const gateways = [...dirty].filter(({ resource }) => resource.details.type === 'Gateway');
  for (const entry of gateways) {
    const { exposedBy } = entry.links;
    relink(entry);
    for (const id of countExposures(graph, exposedBy, entry.links.exposedBy)) {
      const service = findEntry(graph, id);
      if (service !== undefined) dirty.add(service);
      for (const needer of graph.needers.get(nodeKindKey(id)) ?? []) dirty.add(needer);
    }
  }
  for (const entry of dirty) {
    if (!former.has(entry)) relink(entry);
  }
  for (const entry of adoptAbsentNodes(graph, former)) changed.add(entry);
  layOutTopology(graph, changed, removed);
}

function linkEntry(
  graph: ResourceGraph,
  entry: GraphEntry,
  removed: ReadonlySet<GraphEntry>,
): void {
  const asked = new Set<string>();
  let next = NO_LINKS;
  if (!removed.has(entry) && findEntry(graph, entry.resource.id) === entry) {
    next = linkResource(createLookup(graph, asked), entry.resource);
    for (const { source, target } of next.edges) {
      asked.add(edgeKey(source));
      asked.add(edgeKey(target));
    }
    for (const { target } of next.references) asked.add(referenceKey(target));
  }
  entry.links = keepIdentity(entry.links, next, graph.reuse);
  setNeeds(graph, entry, asked);
}

function setNeeds(graph: ResourceGraph, entry: GraphEntry, asked: ReadonlySet<string>): void {
  const { needs } = entry;
  if (needs.length === asked.size && needs.every((key) => asked.has(key))) return;
  const had = new Set(needs);
  for (const key of needs) if (!asked.has(key)) removeFromBucket(graph.needers, key, entry);
  for (const key of asked) if (!had.has(key)) addToBucket(graph.needers, key, entry);
  entry.needs = [...asked];
}

/** Counts a Gateway's Services anew; returns those whose node becomes another kind by it. */
function countExposures(
  { exposed }: ResourceGraph,
  before: readonly string[],
  now: readonly string[],
): readonly string[] {
  if (isDeepEqual(before, now)) return [];
  const turned: string[] = [];
  for (const id of now) {
    const count = exposed.get(id) ?? 0;
    exposed.set(id, count + 1);
    if (count === 0) turned.push(id);
  }
  for (const id of before) {
    const count = exposed.get(id) ?? 0;
    if (count > 1) exposed.set(id, count - 1);
    else {
      exposed.delete(id);
      turned.push(id);
    }
  }
  return turned;
}
