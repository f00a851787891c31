import { adoptAbsentNodes } from './adopt-absent-nodes.ts';
import { addToBucket, entriesOf, removeFromBucket } from './entry-buckets.ts';
import { type GraphEntry, type Links, NO_LINKS } from './graph-entry.ts';
import { nodeKindKey } from './graph-keys.ts';
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
  const asked: string[] = [];
  const lookup = createLookup(graph, asked);
  const changed = new Set<GraphEntry>();
  const former = new Map<GraphEntry, Links>();
  const relink = (entry: GraphEntry): void => {
    const before = entry.links;
    asked.length = 0;
    const counts = !removed.has(entry) && findEntry(graph, entry.resource.id) === entry;
    const next = counts ? linkResource(lookup, entry.resource) : NO_LINKS;
    entry.links = keepIdentity(before, next, graph.reuse);
    setNeeds(graph, entry, asked);
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
      for (const needer of entriesOf(graph.needers, nodeKindKey(id))) dirty.add(needer);
    }
  }
  for (const entry of dirty) {
    if (!former.has(entry)) relink(entry);
  }
  for (const entry of adoptAbsentNodes(graph, former)) changed.add(entry);
  layOutTopology(graph, changed, removed);
}

function setNeeds(graph: ResourceGraph, entry: GraphEntry, asked: readonly string[]): void {
  const { needs } = entry;
  if (asked.length === 0 && needs.length === 0) return;
  const now = new Set(asked);
  if (needs.length === now.size && needs.every((key) => now.has(key))) return;
  const had = new Set(needs);
  for (const key of needs) if (!now.has(key)) removeFromBucket(graph.needers, key, entry);
  for (const key of now) if (!had.has(key)) addToBucket(graph.needers, key, entry);
  entry.needs = [...now];
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
