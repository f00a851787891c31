import {
  type Folding,
  layoutNamespacesInSlices,
  layoutPart,
  layoutTopologyInSlices,
  measureWith,
  type NodeId,
  type Note,
  type Point,
  placeNewInNamespaces,
  placeNewNodes,
  type SceneLook,
  type Slices,
  type Topology,
} from '@portolan/model';
import type { Arrangement } from './arrangement.ts';

type Positions = ReadonlyMap<NodeId, Point>;

/** What is not shown in full; namespaces are folded only while the map is grouped. */
export function foldingOf({ isGrouped, foldedNodes, foldedNamespaces }: Arrangement): Folding {
  return {
    nodes: new Set(foldedNodes),
    namespaces: new Set(isGrouped ? foldedNamespaces : []),
  };
}

/** How the map is shown, as it is arranged. */
export function lookOf(arrangement: Arrangement): SceneLook {
  return {
    isGrouped: arrangement.isGrouped,
    folding: foldingOf(arrangement),
    hiddenNamespaces: new Set(arrangement.hiddenNamespaces),
    notes: arrangement.notes,
  };
}

/** A place for every node, laid out as the map is arranged. */
export function layOutArranged(topology: Topology, arrangement: Arrangement): Slices<Positions> {
  const folding = foldingOf(arrangement);
  return arrangement.isGrouped
    ? layoutNamespacesInSlices(topology, folding)
    : layoutTopologyInSlices(topology, measureWith(folding));
}

/** Places for these nodes alone, where they are now; grouped, those of each namespace by themselves. */
export function layOutPart(
  topology: Topology,
  part: ReadonlySet<NodeId>,
  positions: Positions,
  arrangement: Arrangement,
): Positions {
  const measure = measureWith(foldingOf(arrangement));
  if (!arrangement.isGrouped) return layoutPart(topology, part, positions, measure);
  const places = new Map(positions);
  const namespaces = new Set(
    topology.nodes.filter(({ id }) => part.has(id)).map(({ namespace }) => namespace),
  );
  for (const namespace of namespaces) {
    const own = topology.nodes.filter((node) => part.has(node.id) && node.namespace === namespace);
    const ids = new Set(own.map(({ id }) => id));
    for (const [id, place] of layoutPart(topology, ids, places, measure)) places.set(id, place);
  }
  return new Map([...places].filter(([id]) => part.has(id)));
}

/** The same positions, and a place for each node that has none. */
export function placeNewArranged(
  topology: Topology,
  positions: Positions,
  arrangement: Arrangement,
): Positions {
  return arrangement.isGrouped
    ? placeNewInNamespaces(topology, positions, foldingOf(arrangement))
    : placeNewNodes(topology, positions);
}

/** Whether a node may stand where it stood under another id: in frames, only in that of its namespace. */
export function mayStay({ isGrouped }: Arrangement, from: NodeId, to: NodeId): boolean {
  return !isGrouped || from.split('/')[1] === to.split('/')[1];
}

/** Nearer notes belong to a node, and go where it goes. */
const NEAR = 320;

/** The notes after nodes went to other places: each stays beside the node that it was nearest to. */
export function followNodes(
  notes: readonly Note[],
  topology: Topology,
  before: Positions,
  after: Positions,
): readonly Note[] {
  if (notes.length === 0) return notes;
  const measure = measureWith({ nodes: new Set(), namespaces: new Set() });
  return notes.map((note) => {
    let [nearest, least] = [undefined as NodeId | undefined, NEAR];
    for (const node of topology.nodes) {
      const place = before.get(node.id);
      if (place === undefined) continue;
      const { width, height } = measure(node);
      const dx = Math.max(place.x - note.x - note.width, note.x - place.x - width, 0);
      const dy = Math.max(place.y - note.y - note.height, note.y - place.y - height, 0);
      const distance = Math.hypot(dx, dy);
      if (distance < least) [nearest, least] = [node.id, distance];
    }
    const from = nearest === undefined ? undefined : before.get(nearest);
    const to = nearest === undefined ? undefined : after.get(nearest);
    if (from === undefined || to === undefined) return note;
    return { ...note, x: note.x + to.x - from.x, y: note.y + to.y - from.y };
  });
}
