import type { Slices } from '../text/slices.ts';
import { adoptAbsentNodes } from './adopt-absent-nodes.ts';
import { type EntryBlock, type GraphEntry, type Links, NO_LINKS } from './graph-entry.ts';
import { isDeepEqual } from './is-deep-equal.ts';
import { keepIdentity } from './keep-identity.ts';
import { linkResource } from './link-resource.ts';
import { createLookup, findEntry, type ResourceGraph } from './resource-graph.ts';
import { getSlot, lastHolder, moveNeeder, type Slot } from './slot.ts';

/**
 * Links the `dirty` entries again, and those that depend on what comes of it; of these some may have
 * `moved` within the text. Returns the blocks with entries whose part of the topology is another one now.
 */
export function* relinkEntries(
  graph: ResourceGraph,
  dirty: Set<GraphEntry>,
  moved: ReadonlySet<GraphEntry>,
): Slices<Set<EntryBlock>> {
  const asked: Slot[] = [];
  const lookup = createLookup(graph, (relation, key) => {
    const slot = getSlot(graph.slots, relation, key);
    if (slot.visit !== graph.linkings) {
      slot.visit = graph.linkings;
      asked.push(slot);
    }
    return slot;
  });
  const former = new Map<GraphEntry, Links>();
  const relink = (entry: GraphEntry): void => {
    const before = entry.links;
    asked.length = 0;
    graph.linkings += 1;
    const next =
      lastHolder(entry.id) === entry ? linkResource(lookup, entry.resource, null) : NO_LINKS;
    entry.links = keepIdentity(before, next, graph.reuse);
    setNeeds(entry, asked);
    former.set(entry, before);
  };
  // Gateways first: whether they are behind a Service says which node the Service is.
  const gateways = [...dirty].filter(({ resource }) => resource.details.type === 'Gateway');
  for (const entry of gateways) {
    const { exposedBy } = entry.links;
    relink(entry);
    for (const id of countExposures(graph, exposedBy, entry.links.exposedBy)) {
      const service = findEntry(graph, id);
      if (service !== undefined) dirty.add(service);
      for (const needer of graph.slots.id.get(id)?.needers ?? []) dirty.add(needer);
    }
    yield null;
  }
  for (const entry of dirty) {
    if (former.has(entry)) continue;
    relink(entry);
    yield null;
  }
  const touched = new Set<EntryBlock>();
  for (const [{ links, block }, before] of former) if (links !== before) touched.add(block);
  for (const { block } of adoptAbsentNodes(graph, former, moved)) touched.add(block);
  return touched;
}

function setNeeds(entry: GraphEntry, asked: readonly Slot[]): void {
  const needs = asked.slice();
  moveNeeder(entry, entry.needs, needs);
  entry.needs = needs;
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
