import type { NodeId, Topology } from '../graph/topology.ts';
import { layoutTopology } from './layout-topology.ts';
import { measureNode } from './measure-node.ts';
import type { Measure, Point } from './node-geometry.ts';
import { boundsOf, type Rect } from './scene/rect.ts';

const NODE_GAP = 28;

/**
 * Places for these nodes as they would be laid out alone, their top left corner where it was; further
 * down where they would lie on others. Only they are in it.
 */
export function layoutPart(
  { nodes, edges }: Topology,
  ids: ReadonlySet<NodeId>,
  positions: ReadonlyMap<NodeId, Point>,
  measure: Measure = measureNode,
): ReadonlyMap<NodeId, Point> {
  const part = {
    nodes: nodes.filter(({ id }) => ids.has(id)),
    edges: edges.filter(({ source, target }) => ids.has(source) && ids.has(target)),
  };
  const rectsOf = (list: Topology['nodes'], places: ReadonlyMap<NodeId, Point>): readonly Rect[] =>
    list.flatMap((node) => {
      const place = places.get(node.id);
      const { width, height } = measure(node);
      return place === undefined ? [] : [{ x: place.x, y: place.y, width, height }];
    });
  const alone = layoutTopology(part, measure);
  const before = boundsOf(rectsOf(part.nodes, positions));
  const after = boundsOf(rectsOf(part.nodes, alone));
  if (before === null || after === null) return new Map();
  const others = rectsOf(
    nodes.filter(({ id }) => !ids.has(id)),
    positions,
  );
  const by = { x: Math.round(before.x - after.x), y: Math.round(before.y - after.y) };
  const down = wayDown(rectsOf(part.nodes, moved(alone, by)), others);
  return moved(alone, { x: by.x, y: by.y + down });
}

function moved(places: ReadonlyMap<NodeId, Point>, by: Point): ReadonlyMap<NodeId, Point> {
  return new Map([...places].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]));
}

/** How far all of these have to go down together so that none lies on one of the others. */
function wayDown(rects: readonly Rect[], others: readonly Rect[]): number {
  let down = 0;
  for (;;) {
    let more = 0;
    for (const rect of rects) {
      for (const other of others) {
        const isBeside = rect.x >= other.x + other.width || other.x >= rect.x + rect.width;
        const top = rect.y + down;
        const isApart =
          top >= other.y + other.height + NODE_GAP || other.y >= top + rect.height + NODE_GAP;
        if (isBeside || isApart) continue;
        more = Math.max(more, other.y + other.height + NODE_GAP - top);
      }
    }
    if (more === 0) return down;
    down += more;
  }
}
