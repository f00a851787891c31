import {
  type Folding,
  FRAME_GAP,
  makeRoom,
  measureWith,
  type NamespaceFrame,
  type NodeId,
  namespaceFrames,
  type Point,
  packNamespaces,
  type Rect,
  type Topology,
} from '@portolan/model';
import { foldingOf } from './arranged-layout.ts';
import type { Arrangement } from './arrangement.ts';

type Positions = ReadonlyMap<NodeId, Point>;

const NODE_GAP = 28;

/**
 * Where nodes go when other things are folded than before: what is unfolded pushes down what it would
 * lie on; where several namespaces change at once, their frames are arranged anew, each as it is inside.
 */
export function planFold(
  topology: Topology,
  positions: Positions,
  before: Arrangement,
  after: Arrangement,
): Positions {
  const [was, is] = [foldingOf(before), foldingOf(after)];
  const places = new Map(positions);
  shift(places, growNodes(topology, places, was, is, after.isGrouped));
  if (!after.isGrouped) return places;
  const changed = [...was.namespaces, ...is.namespaces].filter(
    (namespace) => was.namespaces.has(namespace) !== is.namespaces.has(namespace),
  );
  if (changed.length > 1) return packNamespaces(topology, places, is);
  const frames = framesByName(topology, places, is);
  const old = framesByName(topology, positions, was);
  const grown = new Set(
    [...frames].filter(([name, frame]) => hasGrown(frame, old.get(name))).map(([name]) => name),
  );
  for (const [name, way] of makeRoom(frames, grown, FRAME_GAP)) {
    shift(places, new Map((frames.get(name)?.nodeIds ?? []).map((id) => [id, way])));
  }
  return places;
}

/** How far down nodes go for those that are unfolded; grouped, only within their frame. */
function growNodes(
  { nodes }: Topology,
  places: Positions,
  was: Folding,
  is: Folding,
  isGrouped: boolean,
): ReadonlyMap<NodeId, number> {
  const grown = new Set([...was.nodes].filter((id) => !is.nodes.has(id)));
  if (grown.size === 0) return new Map();
  const measure = measureWith(is);
  const groups = new Map<string, Map<NodeId, Rect>>();
  for (const node of nodes) {
    const place = places.get(node.id);
    if (place === undefined) continue;
    const { width, height } = measure(node);
    const key = isGrouped ? node.namespace : '';
    const group = groups.get(key) ?? new Map<NodeId, Rect>();
    group.set(node.id, { ...place, width, height });
    groups.set(key, group);
  }
  return new Map([...groups.values()].flatMap((group) => [...makeRoom(group, grown, NODE_GAP)]));
}

function shift(places: Map<NodeId, Point>, ways: ReadonlyMap<NodeId, number>): void {
  for (const [id, way] of ways) {
    const place = places.get(id);
    if (place !== undefined) places.set(id, { x: place.x, y: place.y + way });
  }
}

function framesByName(
  topology: Topology,
  places: Positions,
  folding: Folding,
): ReadonlyMap<string, NamespaceFrame> {
  const frames = namespaceFrames(topology, places, folding);
  return new Map(frames.map((frame) => [frame.namespace, frame]));
}

function hasGrown(now: Rect, before: Rect | undefined): boolean {
  return before === undefined || now.height > before.height || now.width > before.width;
}
