import {
  containsPoint,
  distanceToCurve,
  growRect,
  intersects,
  type Rect,
  type Scene,
  type SceneEdge,
  type SceneNode,
} from '@portolan/model';

/** The node at a point of the scene; of those that overlap, the one drawn last. */
export function nodeAt(scene: Scene, x: number, y: number): SceneNode | undefined {
  return scene.nodes.findLast((node) => containsPoint(node, x, y));
}

/** The edge that runs nearest to a point, at most `within` away. */
export function edgeAt(scene: Scene, x: number, y: number, within: number): SceneEdge | undefined {
  let nearest: SceneEdge | undefined;
  let distance = within;
  for (const edge of scene.edges) {
    if (!containsPoint(growRect(edge.bounds, within), x, y)) continue;
    for (const { curve } of edge.lines) {
      const there = distanceToCurve(curve, x, y);
      if (there > distance) continue;
      distance = there;
      nearest = edge;
    }
  }
  return nearest;
}

/** Of these what a box drawn by the user touches. */
export function thingsTouching<Thing extends Rect>(
  things: readonly Thing[],
  box: Rect,
): readonly Thing[] {
  return things.filter((thing) => intersects(thing, box));
}

/** The row of a node at this height: its id, or null in the header and below the rows. */
export function rowAt(node: SceneNode, y: number): string | null {
  const row = node.geometry.rows.find(
    (geometry) => y >= node.y + geometry.y && y < node.y + geometry.y + geometry.height,
  );
  return row?.id ?? null;
}
