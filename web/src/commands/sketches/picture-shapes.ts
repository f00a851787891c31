import {
  boundsOf,
  buildScene,
  curvePath,
  layoutTopology,
  type NodeId,
  type Point,
  type Rect,
  type Scene,
  type Topology,
} from '@portolan/model';

/** A topology where its nodes stand, and what holds all of them. */
export interface PictureShapes {
  readonly scene: Scene;
  readonly bounds: Rect;
  readonly lines: readonly PictureLine[];
}

/** An edge, or one of its lines, in a small picture. */
export interface PictureLine {
  readonly key: string;
  /** An SVG path. */
  readonly path: string;
  readonly isBroken: boolean;
}

/** The shapes of a topology where its nodes stand; those without a place get one of a fresh layout. */
export function pictureShapes(
  topology: Topology,
  places: ReadonlyMap<NodeId, Point>,
): PictureShapes {
  const isPlaced = topology.nodes.every(({ id }) => places.has(id));
  const scene = buildScene(topology, isPlaced ? places : layoutTopology(topology));
  return {
    scene,
    bounds: boundsOf(scene.nodes) ?? { x: 0, y: 0, width: 1, height: 1 },
    lines: scene.edges.flatMap(({ id, lines }) =>
      lines.map(({ curve, broken }, index) => ({
        key: `${id} ${index}`,
        path: curvePath(curve),
        isBroken: broken,
      })),
    ),
  };
}
