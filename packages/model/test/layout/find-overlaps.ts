import type { NodeId, Topology } from '../../src/graph/topology.ts';
import { measureNode } from '../../src/layout/measure-node.ts';
import type { Point } from '../../src/layout/node-geometry.ts';

const LEAST_GAP = 24;

/** Where the nodes of a topology stand. */
export type Positions = ReadonlyMap<NodeId, Point>;

/** Pairs of nodes that lie on each other, or one below the other nearer than they may. */
export function findOverlaps(
  topology: Topology,
  positions: Positions,
): readonly (readonly [NodeId, NodeId])[] {
  const boxes = topology.nodes.map((node) => ({
    id: node.id,
    ...measureNode(node),
    ...(positions.get(node.id) ?? { x: Number.NaN, y: Number.NaN }),
  }));
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) =>
          a.x < b.x + b.width &&
          b.x < a.x + a.width &&
          a.y < b.y + b.height + LEAST_GAP &&
          b.y < a.y + a.height + LEAST_GAP,
      )
      .map((b) => [a.id, b.id] as const),
  );
}
