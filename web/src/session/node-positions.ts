import type { NodeId, Point, Snapshot, TopologyNode } from '@portolan/model';
import { placeNewNodes } from '@portolan/model';

type Positions = ReadonlyMap<NodeId, Point>;

/**
 * The positions after the text changed. Nodes keep their place; one that got another name keeps the
 * place that it had under the old one; new ones get a free place, and move nobody. Entries of nodes
 * that are gone stay, so that they come back to their place.
 */
export function followPositions(
  previous: Snapshot,
  next: Snapshot,
  positions: Positions,
): Positions {
  const { gone, added } = compareNodes(previous.topology.nodes, next.topology.nodes);
  if (added.length === 0) return positions;
  const followed = new Map(positions);
  for (const { from, to } of pairRenamed(previous, next, gone, added)) {
    const place = positions.get(from);
    if (place !== undefined) followed.set(to, place);
  }
  return placeUnplaced(next, followed);
}

/** The same positions and a place for each node that has none. */
export function placeUnplaced(snapshot: Snapshot, positions: Positions): Positions {
  const { nodes } = snapshot.topology;
  const present = new Map<NodeId, Point>();
  for (const { id } of nodes) {
    const place = positions.get(id);
    if (place !== undefined) present.set(id, place);
  }
  if (present.size === nodes.length) return positions;
  return new Map([...positions, ...placeNewNodes(snapshot.topology, present)]);
}

interface NodeChanges {
  readonly gone: readonly TopologyNode[];
  readonly added: readonly TopologyNode[];
}

/** Looks only at what differs between the lists: nodes keep their identity while nothing about them changes. */
function compareNodes(
  before: readonly TopologyNode[],
  after: readonly TopologyNode[],
): NodeChanges {
  const [old, present] = withoutCommonEnds(before, after);
  const oldIds = new Set(old.map((node) => node.id));
  const presentIds = new Set(present.map((node) => node.id));
  return {
    gone: old.filter((node) => !presentIds.has(node.id)),
    added: present.filter((node) => !oldIds.has(node.id)),
  };
}

interface Renamed {
  readonly from: NodeId;
  readonly to: NodeId;
}

/**
 * A node that went and one that came are the same one under another name where both stand for the
 * resource at the same place of the same document, or where they are the only ones of their kind
 * that nothing in the text stands for (the missing end of a reference that is being typed).
 */
function pairRenamed(
  previous: Snapshot,
  next: Snapshot,
  gone: readonly TopologyNode[],
  added: readonly TopologyNode[],
): readonly Renamed[] {
  if (gone.length === 0) return [];
  const [oldDocuments, newDocuments] = withoutCommonEnds(previous.documents, next.documents);
  const places =
    oldDocuments.length === newDocuments.length ? readPlaces(next, newDocuments) : null;
  const oldPlaces = places === null ? null : readPlaces(previous, oldDocuments);
  const pairs: Renamed[] = [];
  for (const to of added) {
    const place = places?.get(to.resourceId ?? '');
    const from =
      to.resourceId === null
        ? findOnlyLike(to, gone, added)
        : gone.find(
            (node) =>
              place !== undefined &&
              node.kind === to.kind &&
              oldPlaces?.get(node.resourceId ?? '') === place,
          );
    if (from !== undefined) pairs.push({ from: from.id, to: to.id });
  }
  return pairs;
}

function findOnlyLike(
  node: TopologyNode,
  gone: readonly TopologyNode[],
  added: readonly TopologyNode[],
): TopologyNode | undefined {
  const isLike = (other: TopologyNode) =>
    other.kind === node.kind && other.status === node.status && other.resourceId === null;
  const [candidate, second] = gone.filter(isLike);
  return second === undefined && added.filter(isLike).length === 1 ? candidate : undefined;
}

/** For each resource of these documents, its place in them. */
function readPlaces(
  snapshot: Snapshot,
  documents: readonly Snapshot['documents'][number][],
): ReadonlyMap<string, string> {
  const indexes = new Map(documents.map((document, index) => [document, index]));
  const places = new Map<string, string>();
  for (const resource of snapshot.resources) {
    const index = indexes.get(resource.document);
    if (index !== undefined) places.set(resource.id, `${index}/${resource.path.join('/')}`);
  }
  return places;
}

function withoutCommonEnds<T>(
  before: readonly T[],
  after: readonly T[],
): readonly [readonly T[], readonly T[]] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return [before.slice(start, before.length - tail), after.slice(start, after.length - tail)];
}
