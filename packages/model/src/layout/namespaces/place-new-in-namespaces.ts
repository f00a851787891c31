import type { NodeId, Topology, TopologyNode } from '../../graph/topology.ts';
import type { Point } from '../node-geometry.ts';
import { placeNewNodes } from '../place-new-nodes.ts';
import type { Rect } from '../scene/rect.ts';
import { type Folding, measureWith } from './folding.ts';
import { layoutNamespaces, partsByNamespace } from './layout-namespaces.ts';
import { FRAME_PADDING, frameOf } from './namespace-frames.ts';
import { FRAME_GAP } from './place-frames.ts';

const NODE_GAP = 28;

/**
 * A place for every node where namespaces have frames: the known ones stay; a new one stands in the
 * frame of its namespace, beside its neighbours there, or else at a side of it where the frame can
 * grow. A new namespace stands below all.
 */
export function placeNewInNamespaces(
  topology: Topology,
  positions: ReadonlyMap<NodeId, Point>,
  folding: Folding,
): ReadonlyMap<NodeId, Point> {
  const added = topology.nodes.filter(({ id }) => !positions.has(id));
  if (added.length === 0) return positions;
  if (added.length === topology.nodes.length) {
    return new Map([...positions, ...layoutNamespaces(topology, folding)]);
  }
  const places = new Map(positions);
  const touched = new Set(added.map(({ namespace }) => namespace));
  for (const { namespace, part } of partsByNamespace(topology)) {
    if (touched.has(namespace)) placePart({ topology, places, folding }, namespace, part);
  }
  return places;
}

interface Placement {
  readonly topology: Topology;
  readonly places: Map<NodeId, Point>;
  readonly folding: Folding;
}

function placePart(placement: Placement, namespace: string, part: Topology): void {
  const { places } = placement;
  const own = new Map<NodeId, Point>();
  for (const { id } of part.nodes) {
    const place = places.get(id);
    if (place !== undefined) own.set(id, place);
  }
  const beside = placeNewNodes(part, own);
  if (own.size === 0) placeBelowAll(placement, namespace, part, beside);
  else {
    for (const node of part.nodes) {
      const wanted = beside.get(node.id);
      if (!own.has(node.id) && wanted !== undefined) placeInside(placement, part, node, wanted);
    }
  }
}

/** A namespace of its own, left in line with all others. */
function placeBelowAll(
  { topology, places, folding }: Placement,
  namespace: string,
  part: Topology,
  inside: ReadonlyMap<NodeId, Point>,
): void {
  const frame = frameOf(namespace, part.nodes, inside, folding);
  const others = foreignFrames({ topology, places, folding }, namespace);
  const left = Math.min(...others.map(({ x }) => x));
  const bottom = Math.max(...others.map(({ y, height }) => y + height));
  for (const { id } of part.nodes) {
    const { x, y } = inside.get(id) ?? frame;
    places.set(id, { x: x - frame.x + left, y: y - frame.y + bottom + FRAME_GAP });
  }
}

function placeInside(
  placement: Placement,
  part: Topology,
  node: TopologyNode,
  wanted: Point,
): void {
  const { places, folding } = placement;
  const present = part.nodes.filter(({ id }) => places.has(id));
  const frame = frameOf(node.namespace, present, places, folding);
  const others = foreignFrames(placement, node.namespace);
  const measure = measureWith(folding);
  const own = present.map((other) => ({
    ...(places.get(other.id) ?? frame),
    ...sizeOf(measure(other)),
  }));
  const { side, top, bottom } = FRAME_PADDING;
  const candidates = [
    wanted,
    { x: frame.x + side, y: frame.y + frame.height - bottom + NODE_GAP },
    { x: frame.x + frame.width - side + NODE_GAP, y: frame.y + top },
  ];
  const fits = (place: Point): boolean => {
    const grown = frameOf(
      node.namespace,
      [...present, node],
      { get: (id) => (id === node.id ? place : places.get(id)) },
      folding,
    );
    const box = { ...place, ...sizeOf(measure(node)) };
    return (
      !others.some((other) => overlap(grown, other, 0)) &&
      !own.some((other) => overlap(box, other, NODE_GAP - 1))
    );
  };
  places.set(node.id, candidates.find(fits) ?? freeBelow(placement, node, wanted));
}

/** Where every frame would meet another one: as high as can be without lying on a node. */
function freeBelow(
  { topology, places, folding }: Placement,
  node: TopologyNode,
  from: Point,
): Point {
  const measure = measureWith(folding);
  const boxes = topology.nodes
    .flatMap((other) => {
      const place = places.get(other.id);
      return place === undefined ? [] : [{ ...place, ...sizeOf(measure(other)) }];
    })
    .sort((a, b) => a.y - b.y);
  const size = sizeOf(measure(node));
  let { y } = from;
  for (const box of boxes) {
    if (overlap({ x: from.x, y, ...size }, box, NODE_GAP)) y = box.y + box.height + NODE_GAP;
  }
  return { x: from.x, y };
}

function foreignFrames({ topology, places, folding }: Placement, own: string): readonly Rect[] {
  return partsByNamespace(topology).flatMap(({ namespace, part }) => {
    const nodes = part.nodes.filter(({ id }) => places.has(id));
    return namespace === own || nodes.length === 0
      ? []
      : [frameOf(namespace, nodes, places, folding)];
  });
}

function sizeOf({ width, height }: { readonly width: number; readonly height: number }) {
  return { width, height };
}

function overlap(a: Rect, b: Rect, gap: number): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}
