import type { NodeId, Point, Snapshot, TopologyNode } from '@portolan/model';
import { mayStay, placeNewArranged } from './arranged-layout.ts';
import { type Arrangement, followNames, PLAIN_ARRANGEMENT } from './arrangement.ts';

type Positions = ReadonlyMap<NodeId, Point>;

/** Where a node stood that went while its manifest was being written over, such as its name. */
export interface DepartedNode {
  readonly id: NodeId;
  readonly kind: TopologyNode['kind'];
  /** The place of its resource: index of the document, and the path in it. */
  readonly document: number;
  readonly path: string;
}

/** Where nodes are, and which ones may come back under another name. */
export interface NodePlaces {
  /** Entries of nodes that are gone stay, so that they come back to their place. */
  readonly positions: Positions;
  readonly departed: readonly DepartedNode[];
  /** Absent: that of a new sketch. */
  readonly arrangement?: Arrangement;
}

/**
 * The places after the text changed. Nodes keep their place; one that got another name keeps the
 * place that it had under the old one; new ones get a free place, and move nobody. Where nothing of
 * the text before is left, what both only imply is new as well.
 */
export function followPlaces(
  previous: Snapshot,
  next: Snapshot,
  places: NodePlaces,
): Required<NodePlaces> {
  const { positions, arrangement = PLAIN_ARRANGEMENT } = places;
  const { gone, added } = compareNodes(previous.topology.nodes, next.topology.nodes);
  const documents = compareDocuments(previous, next);
  const waiting = moveDeparted(places.departed, documents);
  if (gone.length === 0 && added.length === 0) {
    return { positions, departed: waiting, arrangement };
  }
  const departed = [...waiting, ...readDeparted(previous, gone, documents)];
  const renamed = [...pairByPlace(next, added, departed, documents), ...pairUnwritten(gone, added)];
  const followed = new Map(positions);
  for (const { from, to } of renamed) {
    const place = positions.get(from);
    if (place !== undefined && mayStay(arrangement, from, to)) followed.set(to, place);
  }
  if (renamed.length === 0) for (const id of leftOver(next, added)) followed.delete(id);
  const arrived = new Set(renamed.map(({ from }) => from));
  return {
    positions: added.length === 0 ? positions : placeUnplaced(next, followed, arrangement),
    departed: departed.filter(({ id }) => !arrived.has(id)),
    arrangement: followNames(arrangement, renamed),
  };
}

/** The nodes that were there before, where none of them is written in the text; else none. */
function leftOver(next: Snapshot, added: readonly TopologyNode[]): readonly NodeId[] {
  const fresh = new Set(added);
  const kept = next.topology.nodes.filter((node) => !fresh.has(node));
  return kept.some(({ resourceId }) => resourceId !== null) ? [] : kept.map(({ id }) => id);
}

/** The same positions and a place for each node that has none. */
export function placeUnplaced(
  snapshot: Snapshot,
  positions: Positions,
  arrangement: Arrangement,
): Positions {
  const { nodes } = snapshot.topology;
  const present = new Map<NodeId, Point>();
  for (const { id } of nodes) {
    const place = positions.get(id);
    if (place !== undefined) present.set(id, place);
  }
  if (present.size === nodes.length) return positions;
  return new Map([...positions, ...placeNewArranged(snapshot.topology, present, arrangement)]);
}

/** Looks only at what differs between the lists: nodes keep their identity while nothing about them changes. */
function compareNodes(
  before: readonly TopologyNode[],
  after: readonly TopologyNode[],
): { readonly gone: readonly TopologyNode[]; readonly added: readonly TopologyNode[] } {
  if (before === after) return { gone: [], added: [] };
  const { start, tail } = findCommonEnds(before, after);
  const old = before.slice(start, before.length - tail);
  const present = after.slice(start, after.length - tail);
  const oldIds = new Set(old.map((node) => node.id));
  const presentIds = new Set(present.map((node) => node.id));
  return {
    gone: old.filter((node) => !presentIds.has(node.id)),
    added: present.filter((node) => !oldIds.has(node.id)),
  };
}

/** Which documents of the text an edit touched. */
interface DocumentChange {
  readonly start: number;
  /** End of the touched ones in the text before. */
  readonly end: number;
  /** How many there are more now. */
  readonly delta: number;
}

function compareDocuments(previous: Snapshot, next: Snapshot): DocumentChange {
  const { start, tail } = findCommonEnds(previous.documents, next.documents);
  const delta = next.documents.length - previous.documents.length;
  return { start, end: previous.documents.length - tail, delta };
}

/** Those whose document is still there; its index may be another one. */
function moveDeparted(
  departed: readonly DepartedNode[],
  { start, end, delta }: DocumentChange,
): readonly DepartedNode[] {
  if (departed.length === 0 || delta === 0) return departed;
  return departed.flatMap((node) => {
    if (node.document < start) return [node];
    return node.document >= end ? [{ ...node, document: node.document + delta }] : [];
  });
}

function readDeparted(
  previous: Snapshot,
  gone: readonly TopologyNode[],
  { start, end, delta }: DocumentChange,
): readonly DepartedNode[] {
  // Where documents came or went, nobody can say which one is which.
  if (delta !== 0 || gone.length === 0) return [];
  const places = readResourcePlaces(previous, start, end);
  return gone.flatMap(({ id, kind, resourceId }) => {
    const place = resourceId === null ? undefined : places.get(resourceId);
    return place === undefined ? [] : [{ id, kind, ...place }];
  });
}

interface Renamed {
  readonly from: NodeId;
  readonly to: NodeId;
}

/** New nodes whose resource stands where one of the same kind went. */
function pairByPlace(
  next: Snapshot,
  added: readonly TopologyNode[],
  departed: readonly DepartedNode[],
  { start, end, delta }: DocumentChange,
): readonly Renamed[] {
  if (departed.length === 0) return [];
  const places = readResourcePlaces(next, start, end + delta);
  return added.flatMap(({ id, kind, resourceId }) => {
    const place = resourceId === null ? undefined : places.get(resourceId);
    const old = departed.findLast(
      (node) => node.kind === kind && node.document === place?.document && node.path === place.path,
    );
    return old === undefined ? [] : [{ from: old.id, to: id }];
  });
}

/** The missing end of a reference that is being typed: the only one of its kind that went, and that came. */
function pairUnwritten(
  gone: readonly TopologyNode[],
  added: readonly TopologyNode[],
): readonly Renamed[] {
  return added.flatMap((to) => {
    const isLike = (node: TopologyNode) =>
      node.resourceId === null && node.kind === to.kind && node.status === to.status;
    const [from, second] = gone.filter(isLike);
    const isOnly = second === undefined && added.filter(isLike).length === 1;
    return to.resourceId === null && from !== undefined && isOnly
      ? [{ from: from.id, to: to.id }]
      : [];
  });
}

/** For each resource of the documents from `start` to `end`, its place in the text. */
function readResourcePlaces(
  { documents, resources }: Snapshot,
  start: number,
  end: number,
): ReadonlyMap<string, Pick<DepartedNode, 'document' | 'path'>> {
  const indexes = new Map<Snapshot['documents'][number], number>();
  for (let index = start; index < end; index++) {
    const document = documents[index];
    if (document !== undefined) indexes.set(document, index);
  }
  const places = new Map<string, Pick<DepartedNode, 'document' | 'path'>>();
  for (const { id, document, path } of resources) {
    const index = indexes.get(document);
    if (index !== undefined) places.set(id, { document: index, path: path.join('/') });
  }
  return places;
}

/** How many items both lists have in common at their starts, and at their ends. */
function findCommonEnds<T>(
  before: readonly T[],
  after: readonly T[],
): { readonly start: number; readonly tail: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { start, tail };
}
